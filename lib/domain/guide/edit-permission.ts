import type { Actor, Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";

/** Guides speak for the whole province, so only its own offices write them. */
export const guideEditingRoles = ["provinceVerifier", "provincePlanner"] as const satisfies readonly Role[];

/** May the actor publish guides on this day? The database asks the same (policy `edit` on `guide`). */
export function canEditGuides(actor: Actor, day: LocalDate): boolean {
  return (
    actor.active &&
    actor.assignments.some(
      ({ role, validFrom, validTo }) =>
        (guideEditingRoles as readonly Role[]).includes(role) && validFrom <= day && (validTo === undefined || day < validTo),
    )
  );
}
