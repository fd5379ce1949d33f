import "server-only";
import { Prisma } from "@/lib/server/generated/client";

/** What the person's other phones said they still hold, as far as anybody knows. */
export function unsentElsewhere(userId: string, deviceId: string | undefined): Prisma.Sql {
  return Prisma.sql`
    select least(coalesce(sum(pending_count), 0), 1000000)::int from device_manifest
    where user_id = ${userId}::uuid and device_id is distinct from ${deviceId ?? null}::uuid`;
}
