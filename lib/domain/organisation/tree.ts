import { addDays, type LocalDate } from "../time/local-date";
import { isWithin, type OrganisationTree, type OrganisationUnit } from "./organisation-unit";

export function existsOn(tree: OrganisationTree, unitId: string, day: LocalDate): boolean {
  const unit = tree.get(unitId);
  return unit !== undefined && isWithin(unit, day);
}

export function parentOn(unit: OrganisationUnit, day: LocalDate): string | undefined {
  return unit.parents.find((span) => isWithin(span, day))?.parentId;
}

/** Ids from the top down to the unit as the tree stands on a day; nothing for a unit that is not there then. */
export function pathOn(tree: OrganisationTree, unitId: string, day: LocalDate): string[] {
  const path: string[] = [];
  for (let unit = tree.get(unitId); unit && isWithin(unit, day) && !path.includes(unit.id); ) {
    path.unshift(unit.id);
    const parentId = parentOn(unit, day);
    unit = parentId === undefined ? undefined : tree.get(parentId);
  }
  return path;
}

/** Ids from the top down to a unit as the tree stands today; where it is not there yet, on its first day, or no more, on its last. */
export function pathNear(tree: OrganisationTree, unit: OrganisationUnit, today: LocalDate): string[] {
  if (today < unit.validFrom) return pathOn(tree, unit.id, unit.validFrom);
  return pathOn(tree, unit.id, unit.validTo !== undefined && unit.validTo <= today ? addDays(unit.validTo, -1) : today);
}

/** Units directly below one on a day. */
export function childrenOn(tree: OrganisationTree, unitId: string, day: LocalDate): OrganisationUnit[] {
  return [...tree.values()].filter((unit) => isWithin(unit, day) && parentOn(unit, day) === unitId);
}

/** The unit and everything below it on a day. */
export function subtreeOn(tree: OrganisationTree, unitId: string, day: LocalDate): string[] {
  const below = new Map<string, string[]>();
  for (const unit of tree.values()) {
    const parentId = isWithin(unit, day) ? parentOn(unit, day) : undefined;
    if (parentId !== undefined) below.set(parentId, [...(below.get(parentId) ?? []), unit.id]);
  }
  const found = new Set([unitId]);
  for (const id of found) for (const child of below.get(id) ?? []) found.add(child);
  return [...found];
}

/** Units of the past that a unit of this day carries on, over any number of changes. */
export function forerunnersOf(tree: OrganisationTree, unitId: string): OrganisationUnit[] {
  const found = new Map<string, OrganisationUnit>();
  const look = (id: string) => {
    for (const unit of tree.values()) {
      if (found.has(unit.id) || !unit.successors.some((next) => next.unitId === id)) continue;
      found.set(unit.id, unit);
      look(unit.id);
    }
  };
  look(unitId);
  return [...found.values()];
}
