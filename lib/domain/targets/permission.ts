import { holdsRole, type Actor, type Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";

/** Roles whose holders see the targets of a unit and everything below it. */
export const targetReaders = ["leader", "officer", "provinceVerifier", "provincePlanner", "observer"] as const satisfies readonly Role[];

/**
 * May the actor set this unit's targets today? The planner sets those of every unit planned for, the province's own
 * included; an officer those of the units below, never the own unit's, by which the officer is measured (scheme page,
 * "Who uses the system").
 * @param unitPath ids from the province down to the unit
 */
export function canSetTarget(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  if (!actor.active) return false;
  return holdsRole(actor, ["provincePlanner"], unitPath, day) || holdsRole(actor, ["officer"], unitPath.slice(0, -1), day);
}
