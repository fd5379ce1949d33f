import "server-only";
import type { EntryKind } from "@/lib/domain/entry/entry";
import type { Actor } from "@/lib/domain/people/actor";
import { comparePeople } from "@/lib/domain/text/compare";
import type { QueueCounts, QueuePage } from "@/lib/protocol/review-queue";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { answered, flagged, inStatuses, ofOthersInScope, olderThan, waiting } from "./queue-conditions";

/** Days after which a waiting entry is called overdue. */
export const overdueDays = 3;

export async function readCounts(tx: Transaction, actor: Actor): Promise<QueueCounts> {
  const [counts] = await tx.$queryRaw<Omit<QueueCounts, "byKind">[]>`
    select count(*) filter (where ${inStatuses(waiting)})::int as "all",
           count(*) filter (where ${inStatuses(waiting)} and ${flagged})::int as flagged,
           count(*) filter (where ${inStatuses(waiting)} and ${answered})::int as answered,
           count(*) filter (where ${inStatuses(waiting)} and ${olderThan(overdueDays)})::int as overdue,
           count(*) filter (where ${inStatuses(["quarantined"])})::int as quarantined
    from entry where ${ofOthersInScope(actor)} and ${inStatuses([...waiting, "quarantined"])}`;
  return { ...(counts ?? { all: 0, flagged: 0, answered: 0, overdue: 0, quarantined: 0 }), byKind: await countByKind(tx, actor) };
}

async function countByKind(tx: Transaction, actor: Actor): Promise<QueueCounts["byKind"]> {
  const rows = await tx.$queryRaw<{ kind: EntryKind; count: number }[]>`
    select entry.kind, count(*)::int as count from entry where ${ofOthersInScope(actor)} and ${inStatuses(waiting)} group by entry.kind`;
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/** How many entries wait for the person: the number beside the navigation. */
export function countWaiting(actor: Actor): Promise<number> {
  return withActor(actor, async (tx) => (await readCounts(tx, actor)).all);
}

/** Whose entries wait, for the filter by person. */
export async function readAuthors(tx: Transaction, actor: Actor): Promise<QueuePage["authors"]> {
  const authors = await tx.$queryRaw<{ id: string; name: string }[]>`
    select author.id, author.name from app_user author
    where author.id in (
      select entry.author_id from entry where ${ofOthersInScope(actor)} and ${inStatuses([...waiting, "quarantined"])})
    limit 300`;
  return authors.sort((a, b) => comparePeople(a.name, b.name));
}
