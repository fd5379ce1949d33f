import { holdsRole, type Actor, type Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";

/** Who plans shifts and sets rates, for a unit and everything below it. */
export const planningRoles = ["leader", "officer"] as const satisfies readonly Role[];

/** @param unitPath ids from the province down to the unit */
export function canPlanShifts(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, planningRoles, unitPath, day);
}
