import "server-only";
import { houseNumberOf } from "@/lib/domain/household/house-order";
import { findDoubles, indexHouseholds } from "@/lib/domain/household/search";
import type { Transaction } from "@/lib/server/database/with-actor";
import { openHousehold, type HouseholdData, type SealedHousehold } from "./sealed-household";

/**
 * Two teams that enter one household give it two ids, and a slip of a letter hides it from the keyed hash of its head.
 * So the heads of the hamlet are read once, when a household is entered; the hamlet is locked by then. Whoever entered
 * it although the phone knew of one like it has said why, and is not asked again.
 * @param entered households that this slice made known
 */
export async function noteAlike(tx: Transaction, entered: readonly string[]): Promise<void> {
  const found = entered.length > 0 ? (await loadEntered(tx, entered)).map(opened).filter(({ head, address }) => head && address) : [];
  if (found.length === 0) return;
  const known = (await loadHeads(tx, [...new Set(found.map(({ areaId }) => areaId))])).map(opened);
  const pairs = found.flatMap((household) => alikeTo(household, known));
  if (pairs.length === 0) return;
  const [ids, others] = [pairs.map(([id]) => id), pairs.map(([, other]) => other)];
  await tx.$executeRaw`
    update household set alike = array(select distinct unnest(coalesce(household.alike, '{}') || found.others) order by 1)
    from (select id, array_agg(other) as others from unnest(${ids}::uuid[], ${others}::uuid[]) as pair (id, other) group by id) found
    where household.id = found.id`;
  await tx.$queryRaw`select refresh_household_doubles(${ids}::uuid[])::text`;
}

type Row = SealedHousehold & { readonly areaId: string };
type Opened = HouseholdData & { readonly id: string; readonly areaId: string };

function opened({ areaId, ...row }: Row): Opened {
  return { id: row.id, areaId, ...openHousehold(row) };
}

function loadEntered(tx: Transaction, ids: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw`
    select id, area_id as "areaId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed from household
    where id = any (${[...ids]}::uuid[]) and sealed is not null
      and not exists (select from entry where entry.household_id = household.id and entry.content ? 'duplicateReason')
    order by id`;
}

function loadHeads(tx: Transaction, areaIds: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw`
    select id, area_id as "areaId", wrapped_key as "wrappedKey", key_version as "keyVersion", sealed from household
    where area_id = any (${[...areaIds]}::uuid[]) and sealed is not null and merged_into_id is null and erased_at is null
    order by id`;
}

/** Almost the same name, and not at another house number. Both ways round. */
function alikeTo({ id, areaId, head, address }: Opened, known: readonly Opened[]): (readonly [id: string, other: string])[] {
  const neighbours = known.filter((other) => other.areaId === areaId && other.id !== id && mayBeAtOneDoor(address, other.address));
  return findDoubles(indexHouseholds(neighbours), { head }).flatMap((other) => [[id, other.id], [other.id, id]] as const);
}

function mayBeAtOneDoor(address = "", other = ""): boolean {
  const [number, otherNumber] = [houseNumberOf(address), houseNumberOf(other)];
  return number === undefined || otherNumber === undefined || number === otherNumber;
}
