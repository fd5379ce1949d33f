import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Who decides about a unit's entries of a day: those above it then, and whoever carries one of them on. */
export type HeirsOfDay = (unitId: string, day: LocalDate) => readonly string[];

type Row = { readonly unitId: string; readonly holderId: string; readonly daysFrom: LocalDate; readonly daysTo: LocalDate | null };

export async function loadHeirsOfDay(tx: Transaction, unitIds: readonly string[]): Promise<HeirsOfDay> {
  if (unitIds.length === 0) return () => [];
  const rows = await tx.$queryRaw<Row[]>`
    select unit_id as "unitId", holder_id as "holderId", days_from::text as "daysFrom", days_to::text as "daysTo"
    from unit_jurisdiction where unit_id = any (${[...unitIds]}::uuid[])`;
  return (unitId, day) => rows.flatMap((row) => (row.unitId === unitId && row.daysFrom <= day && (row.daysTo === null || day < row.daysTo) ? [row.holderId] : []));
}
