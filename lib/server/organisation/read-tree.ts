import "server-only";
import { nameOn, type OrganisationTree } from "@/lib/domain/organisation/organisation-unit";
import { organisers, treeReaders } from "@/lib/domain/organisation/permission";
import { parentOn, subtreeOn } from "@/lib/domain/organisation/tree";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { TreeOfDay, TreeRow } from "@/lib/protocol/organisation";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { seenUnits } from "@/lib/server/members/seen-unit";
import { loadTree } from "./load-tree";
import { topUnits } from "./seen-tree";

/** The tree of a day at and below the person's units; empty where none of them, nor what they were made of, was there. */
export function readTreeOfDay(actor: Actor, day: LocalDate, now: string): Promise<TreeOfDay> {
  return withActor(actor, async (tx) => {
    const tree = await loadTree(tx);
    const today = localDateOf(now);
    const people = await countPeople(tx, day);
    const tops = topUnits(tree, actor, day, today);
    const rows = tops.flatMap((id) => rowsBelow(tree, id, day, undefined, people));
    return { day, rows, mayChange: seenUnits(actor, today, organisers).length > 0 };
  });
}

/** Does the person look at the tree at all? */
export function seesTree(actor: Actor, now: string): boolean {
  return seenUnits(actor, localDateOf(now), treeReaders).length > 0;
}

function rowsBelow(tree: OrganisationTree, topId: string, day: LocalDate, topParentId: string | undefined, people: ReadonlyMap<string, number>): TreeRow[] {
  const inside = new Set(subtreeOn(tree, topId, day));
  const children = new Map<string, string[]>();
  for (const unit of tree.values()) {
    const parentId = inside.has(unit.id) && unit.id !== topId ? parentOn(unit, day) : undefined;
    if (parentId !== undefined) children.set(parentId, [...(children.get(parentId) ?? []), unit.id]);
  }
  const rowsOf = (id: string, parentId: string | undefined): TreeRow[] => {
    const unit = tree.get(id)!;
    return [{ id, parentId, name: nameOn(unit, day), kind: unit.kind, people: people.get(id) ?? 0 }, ...(children.get(id) ?? []).flatMap((child) => rowsOf(child, id))];
  };
  return rowsOf(topId, topParentId);
}

async function countPeople(tx: Transaction, day: LocalDate): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select unit_id as id, count(distinct user_id)::int as count from role_assignment
    where unit_id is not null and valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to) group by unit_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
