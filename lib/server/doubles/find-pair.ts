import "server-only";
import { mayBeDouble, wayOutOf, type WayOut } from "@/lib/domain/double/double";
import type { Actor } from "@/lib/domain/people/actor";
import { can, canSee } from "@/lib/domain/review/permission";
import { nextStatus, reviewActions, type EntryStatus } from "@/lib/domain/review/lifecycle";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly id: string; readonly authorId: string; readonly status: EntryStatus; readonly householdId: string | null };

/** `wayOut`: how this person may end the entry, if at all. */
export type PairedEntry = Row & { readonly wayOut: WayOut | undefined };

/**
 * Both entries, when the person supervises both.
 * @returns undefined alike for unknown ids and for entries outside of the person's units
 */
export async function findPair(tx: Transaction, actor: Actor, ids: readonly [string, string], now: string): Promise<[PairedEntry, PairedEntry] | undefined> {
  const rows = await tx.$queryRaw<(Row & { unitId: string; happenedOn: LocalDate })[]>`
    select id, author_id as "authorId", status::text, unit_id as "unitId", happened_on::text as "happenedOn",
           case when kind = 'householdVisit' then household_id end as "householdId"
    from entry where id = any (${[...ids]}::uuid[])`;
  const paths = await loadUnitPaths(tx, [...new Set(rows.map(({ unitId }) => unitId))]);
  const [first, second] = ids.map((id) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return undefined;
    const supervised = { authorId: row.authorId, unitPath: paths(row.unitId, row.happenedOn) ?? [] };
    const today = localDateOf(now);
    const actions = reviewActions.filter((action) => nextStatus(row.status, action) !== undefined && can(actor, action, supervised, today));
    return canSee(actor, supervised, today) ? { ...row, wayOut: wayOutOf(actions) } : undefined;
  });
  return first && second ? [first, second] : undefined;
}

/** Is it still open whether these two are the same? */
export async function isOpenPair(tx: Transaction, [first, second]: readonly [PairedEntry, PairedEntry]): Promise<boolean> {
  if (!mayBeDouble(first.status) || !mayBeDouble(second.status)) return false;
  const [pair] = await tx.$queryRaw<object[]>`
    select from possible_doubles(array[${first.id}::uuid]) where other_id = ${second.id}::uuid limit 1`;
  return pair !== undefined;
}
