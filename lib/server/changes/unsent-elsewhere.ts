import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";

/** What the person's other phones said they still hold, as far as anybody knows. */
export async function countUnsentElsewhere(tx: Transaction, userId: string, deviceId: string | undefined): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select least(coalesce(sum(pending_count), 0), 1000000)::int as count from device_manifest
    where user_id = ${userId}::uuid and device_id is distinct from ${deviceId ?? null}::uuid`;
  return row?.count ?? 0;
}
