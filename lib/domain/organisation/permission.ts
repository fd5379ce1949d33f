import { holdsRole, type Actor, type Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";

/** Who changes the tree below the own unit. The own unit itself is changed from above. */
export const organisers = ["officer", "provinceVerifier"] as const satisfies readonly Role[];

/** Who looks at the tree at and below the own unit. */
export const treeReaders = ["leader", "officer", "provinceVerifier", "provincePlanner", "observer"] as const satisfies readonly Role[];

/**
 * May the actor change this unit today?
 * @param unitPath ids from the province down to the unit
 */
export function canChangeUnit(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, organisers, unitPath.slice(0, -1), day);
}

/** May the actor put something below this unit today? The own unit is good enough. */
export function canPutBelow(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, organisers, unitPath, day);
}

export function canReadUnit(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, treeReaders, unitPath, day);
}
