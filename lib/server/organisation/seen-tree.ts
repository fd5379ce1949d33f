import "server-only";
import { isWithin, type OrganisationTree, type OrganisationUnit } from "@/lib/domain/organisation/organisation-unit";
import { canReadUnit, treeReaders } from "@/lib/domain/organisation/permission";
import { forerunnersOf, pathNear, subtreeOn } from "@/lib/domain/organisation/tree";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { seenUnits } from "@/lib/server/members/seen-unit";

/** The highest units on a day that the person sees: the own ones of today, and those of before that they carry on. */
export function topUnits(tree: OrganisationTree, actor: Actor, day: LocalDate, today: LocalDate): string[] {
  const own = [...new Set(seenUnits(actor, today, treeReaders))].flatMap((id) => tree.get(id) ?? []);
  const there = own.flatMap((unit) => [unit, ...forerunnersOf(tree, unit.id)]).filter((unit) => isWithin(unit, day));
  const below = new Set(there.flatMap(({ id }) => subtreeOn(tree, id, day).slice(1)));
  return [...new Set(there.map(({ id }) => id))].filter((id) => !below.has(id));
}

/** A unit of the person's today, or one of before that such a unit carries on. */
export function seesUnit(tree: OrganisationTree, actor: Actor, unit: OrganisationUnit, today: LocalDate): boolean {
  return seesPath(tree, actor, pathNear(tree, unit, today), today, new Set());
}

function seesPath(tree: OrganisationTree, actor: Actor, path: readonly string[], today: LocalDate, asked: Set<string>): boolean {
  if (canReadUnit(actor, path, today)) return true;
  const heirs = path.flatMap((id) => tree.get(id)?.successors ?? []).flatMap(({ unitId }) => tree.get(unitId) ?? []).filter(({ id }) => !asked.has(id));
  return heirs.some((heir) => {
    asked.add(heir.id);
    return seesPath(tree, actor, pathNear(tree, heir, today), today, asked);
  });
}
