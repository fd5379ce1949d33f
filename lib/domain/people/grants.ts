import type { LocalDate } from "../time/local-date";
import { holdsRole, type Actor, type Role, type RoleAssignment } from "./actor";

/** Who looks after people: a unit's and those of everything below it. */
export const managingRoles = ["leader", "officer", "provinceVerifier"] as const satisfies readonly Role[];
type ManagingRole = (typeof managingRoles)[number];

/** What each of them gives, and takes, in the own unit and below it, and what only below it. */
const grantRules: Readonly<Record<ManagingRole, { readonly here: readonly Role[]; readonly below: readonly Role[] }>> = {
  leader: { here: ["volunteer"], below: [] },
  // Nobody makes an officer of the own unit: that is for whoever stands above.
  officer: { here: ["volunteer", "leader", "observer"], below: ["officer"] },
  provinceVerifier: { here: ["volunteer", "leader", "officer", "policeVerifier", "policeHelper", "provinceVerifier", "provincePlanner", "observer"], below: [] },
};

/** Where a role holds: in a unit, named by the ids from the province down to it, or in an area. */
export type Place = { readonly unitPath: readonly string[]; readonly areaId?: undefined } | { readonly areaId: string; readonly unitPath?: undefined };

/** May the actor give this role there today, or end it? The policies of `role_assignment` say the same. */
export function canGrant(actor: Actor, role: Role, { unitPath, areaId }: Place, day: LocalDate): boolean {
  if (!actor.active) return false;
  if (areaId !== undefined) return isPoliceRole(role) && keepsProvince(actor, day);
  return managingRoles.some((manager) => {
    const { here, below } = grantRules[manager];
    return (here.includes(role) && holdsRole(actor, [manager], unitPath, day)) || (below.includes(role) && holdsRole(actor, [manager], unitPath.slice(0, -1), day));
  });
}

/** A person as seen by whoever may change them; `homes` as `homesOf` finds them. */
export type ManagedPerson = { readonly id: string; readonly homes: readonly { readonly role: Role; readonly place: Place }[] };

/**
 * May the actor change this person: the name, roles, password, whether they may sign in? Only who gives all that the
 * person holds, and nobody oneself: an officer has no say over a helper whom the province lent to the police.
 */
export function canManage(actor: Actor, { id, homes }: ManagedPerson, day: LocalDate): boolean {
  if (id === actor.userId || !actor.active) return false;
  return homes.length === 0 ? keepsProvince(actor, day) : homes.every(({ role, place }) => canGrant(actor, role, place, day));
}

/** May the actor look at this person? Whoever looks after one of the units that the person belongs to. */
export function canSeePerson(actor: Actor, { homes }: ManagedPerson, day: LocalDate): boolean {
  if (!actor.active) return false;
  return keepsProvince(actor, day) || homes.some(({ place: { unitPath } }) => unitPath !== undefined && holdsRole(actor, managingRoles, unitPath, day));
}

/** The highest units that the actor looks after on a day. */
export function managedUnits({ active, assignments }: Actor, day: LocalDate): string[] {
  if (!active) return [];
  return [...new Set(assignments.flatMap((held) => (held.unitId && isHeld(held, day) && (managingRoles as readonly Role[]).includes(held.role) ? [held.unitId] : [])))];
}

/** Does the actor look after the people of the whole province? */
export function keepsProvince({ active, assignments }: Actor, day: LocalDate): boolean {
  return active && assignments.some((held) => held.role === "provinceVerifier" && held.unitId !== undefined && isHeld(held, day));
}

/** Roles that hold in areas, or in the whole province. */
export function isPoliceRole(role: Role): boolean {
  return role === "policeVerifier" || role === "policeHelper";
}

function isHeld({ validFrom, validTo }: RoleAssignment, day: LocalDate): boolean {
  return validFrom <= day && (validTo === undefined || day < validTo);
}
