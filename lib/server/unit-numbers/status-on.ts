import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { Prisma } from "@/lib/server/generated/client";

/** The status of an entry at the end of a day; of now for none. For queries that name `entry`. */
export function statusOn(known: LocalDate | undefined): Prisma.Sql {
  if (!known) return Prisma.sql`entry.status`;
  return Prisma.sql`status_on(entry.id, entry.status, entry.status_changed_at, entry.quarantine is not null, ${known}::date)`;
}
