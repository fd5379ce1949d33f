import "server-only";
import { findDoubles, indexHouseholds } from "@/lib/domain/household/search";
import type { Transaction } from "@/lib/server/database/with-actor";
import { openHousehold, type SealedHousehold } from "./sealed-household";

/**
 * Two teams that enter one household give it two ids, and a slip of a letter hides it from the keyed hash of its head.
 * So the heads of the hamlet are read once, when a household is entered; the hamlet is locked by then. Whoever entered
 * it although the phone knew of one like it has said why, and is not asked again.
 * @param entered households that this slice made known
 */
export async function noteAlike(tx: Transaction, entered: readonly string[]): Promise<void> {
  if (entered.length === 0) return;
  const pairs = alikeAmong(await loadHeads(tx, entered));
  if (pairs.length === 0) return;
  const [ids, others] = [pairs.map(([id]) => id), pairs.map(([, other]) => other)];
  await tx.$executeRaw`
    update household set alike = array(select distinct unnest(coalesce(household.alike, '{}') || found.others) order by 1)
    from (select id, array_agg(other) as others from unnest(${ids}::uuid[], ${others}::uuid[]) as pair (id, other) group by id) found
    where household.id = found.id`;
  await tx.$queryRaw`select refresh_household_doubles(${ids}::uuid[])::text`;
}

type Row = SealedHousehold & { readonly areaId: string; readonly isNew: boolean };

/** All heads of the hamlets in which something was entered that nobody has explained. */
function loadHeads(tx: Transaction, entered: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw`
    with entered as (
      select household.id, household.area_id from household
      where household.id = any (${[...entered]}::uuid[]) and household.sealed is not null
        and not exists (select from entry where entry.household_id = household.id and entry.content ? 'duplicateReason')
    )
    select id, area_id as "areaId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed, id in (select id from entered) as "isNew"
    from household
    where area_id in (select area_id from entered) and sealed is not null and merged_into_id is null and erased_at is null
    order by id`;
}

type Pair = readonly [id: string, other: string];

/** Both ways round. */
function alikeAmong(rows: readonly Row[]): Pair[] {
  return [...new Set(rows.map(({ areaId }) => areaId))].flatMap((area) => {
    const known = rows.filter(({ areaId }) => areaId === area).map(({ isNew, ...row }) => ({ id: row.id, isNew, head: openHousehold(row).head }));
    const index = indexHouseholds(known);
    return known
      .filter(({ isNew }) => isNew)
      .flatMap(({ id, head }) => findDoubles(index, { head }).flatMap((other): Pair[] => (other.id === id ? [] : [[id, other.id], [other.id, id]])));
  });
}
