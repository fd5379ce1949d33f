import { holdsRole, type Actor, type Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";
import type { InvitedRole } from "./invitation";

/** Who lets whom in, for a unit and everything below it: a leader volunteers only. */
const inviters: Record<InvitedRole, readonly Role[]> = {
  volunteer: ["leader", "officer", "provinceVerifier"],
  leader: ["officer", "provinceVerifier"],
};

/** @param unitPath ids from the province down to the unit */
export function canInvite(actor: Actor, role: InvitedRole, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, inviters[role], unitPath, day);
}

/** Whoever may invite a volunteer decides about those who ask, and takes invitations back. */
export function canDecide(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return canInvite(actor, "volunteer", unitPath, day);
}

/** Units whose leader this is today: those that the phone's pool of invitations is for. */
export function ledUnits({ active, assignments }: Actor, day: LocalDate): string[] {
  if (!active) return [];
  const led = assignments.filter(({ role, validFrom, validTo }) => role === "leader" && validFrom <= day && (!validTo || day < validTo));
  return [...new Set(led.flatMap(({ unitId }) => unitId ?? []))];
}
