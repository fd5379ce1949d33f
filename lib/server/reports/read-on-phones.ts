import "server-only";
import type { Dashboard, OnPhones, PlaceKey } from "@/lib/protocol/dashboard";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

type Row = { readonly childId: string | null; readonly place: string | null; readonly phones: number; readonly entries: number; readonly oldest: Date | null };

/**
 * What phones said last that they still hold, for the people of a unit and of those below it. A person belongs to the
 * unit recorded for now, or last: entries stay on the phone of whoever left. A phone that two units share is one phone
 * of the total.
 */
export async function readOnPhones(tx: Transaction, unitId: string, treeOn: LocalDate): Promise<Dashboard["onPhones"]> {
  const rows = await tx.$queryRaw<Row[]>`
    select placed.child_id as "childId", placed.place, count(distinct held.device_id)::int as phones, sum(held.pending_count)::int as entries,
           min(held.oldest_captured_at) as oldest
    from device_manifest held
    join lateral (
      select unit_id from role_assignment
      where user_id = held.user_id and role in ('volunteer', 'leader') and unit_id is not null
      order by valid_to is null desc, valid_to desc, valid_from desc, role limit 1
    ) member on true
    join ${placesOf(unitId, treeOn)} placed on placed.unit_id = member.unit_id
    where held.pending_count > 0
    group by grouping sets ((placed.child_id, placed.place), ())`;
  const byPlace: Record<PlaceKey, OnPhones> = {};
  let total: OnPhones = { phones: 0, entries: 0 };
  for (const { childId, place, phones, entries, oldest } of rows) {
    const found = { phones, entries: entries ?? 0, ...(oldest ? { oldest: oldest.toISOString() } : {}) };
    if (place === null) total = found;
    else byPlace[childId ?? place] = found;
  }
  return { total, byPlace };
}

/** Where every unit stands in the tree of a day, seen from one: columns unit_id, child_id, place. */
export function placesOf(unitId: string, treeOn: LocalDate): Prisma.Sql {
  return Prisma.sql`report_places(${unitId}::uuid, ${treeOn}::date)`;
}
