import "server-only";
import type { UnitOnPhones, UnsentOfPerson, UnsentWork } from "@/lib/protocol/phones";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { Prisma } from "@/lib/server/generated/client";

const mostUnits = 200;
const mostPeople = 500;

/**
 * What these people still have on phones, as these last said: in sum, and with whom. Never counted from a list that ends
 * somewhere.
 * @param seen the common table expression `seen`: people with the unit that is theirs
 */
export async function readUnsentWork(tx: Transaction, seen: Prisma.Sql): Promise<UnsentWork> {
  type Row = Pick<UnsentWork, "entries" | "phones" | "peopleCount"> & { readonly oldest: Date | null };
  const [sum] = await tx.$queryRaw<Row[]>`
    with ${seen}
    select coalesce(sum(held.pending_count), 0)::int as entries, count(distinct held.device_id)::int as phones, count(distinct seen.id)::int as "peopleCount", min(held.oldest_captured_at) as oldest
    from device_manifest held join seen on seen.id = held.user_id where held.pending_count > 0`;
  const { oldest = null, ...counts } = sum ?? { entries: 0, phones: 0, peopleCount: 0 };
  return { ...counts, ...said(oldest), units: await readUnits(tx, seen), people: await readPeople(tx, seen) };
}

async function readUnits(tx: Transaction, seen: Prisma.Sql): Promise<UnitOnPhones[]> {
  type Row = Omit<UnitOnPhones, "oldest"> & { readonly oldest: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    with ${seen}
    select seen.unit_id as "unitId", seen.unit_name as name, sum(held.pending_count)::int as entries, count(distinct held.device_id)::int as phones, min(held.oldest_captured_at) as oldest
    from device_manifest held join seen on seen.id = held.user_id
    where held.pending_count > 0 and seen.unit_id is not null group by seen.unit_id, seen.unit_name
    order by sum(held.pending_count) desc, seen.unit_name limit ${mostUnits}`;
  return rows.map(({ oldest, ...unit }) => ({ ...unit, ...said(oldest) }));
}

async function readPeople(tx: Transaction, seen: Prisma.Sql): Promise<UnsentOfPerson[]> {
  type Row = Omit<UnsentOfPerson, "oldest"> & { readonly oldest: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    with ${seen}
    select seen.name, coalesce(seen.unit_name, '') as "unitName", sum(held.pending_count)::int as unsent, min(held.oldest_captured_at) as oldest
    from device_manifest held join seen on seen.id = held.user_id
    where held.pending_count > 0 group by seen.id, seen.name, seen.unit_name
    order by sum(held.pending_count) desc, seen.name, seen.id limit ${mostPeople}`;
  return rows.map(({ oldest, ...person }) => ({ ...person, ...said(oldest) }));
}

const said = (oldest: Date | null) => (oldest ? { oldest: oldest.toISOString() } : {});
