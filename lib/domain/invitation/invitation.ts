import type { Role } from "../people/actor";
import { addDays, type LocalDate } from "../time/local-date";

export const invitedRoles = ["volunteer", "leader"] as const satisfies readonly Role[];
export type InvitedRole = (typeof invitedRoles)[number];

/**
 * `join`: for somebody who is not known yet. `return`: for one person who lost the phone or the PIN and has no
 * password. `pool`: as `join`, issued in advance for a leader who may have no signal when somebody comes.
 */
export const invitationKinds = ["join", "return", "pool"] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/** Days for which an invitation is good. The one that opens an existing person's work is good for the shortest time. */
export const invitationDays: Record<InvitationKind, number> = { join: 7, pool: 30, return: 1 };

/** How many a leader's phone carries, and how many days they have to be good for at least. */
export const poolSize = 10;
export const poolFreshDays = 10;

export type Invitation = {
  readonly kind: InvitationKind;
  /** ISO instants. */
  readonly expiresAt: string;
  readonly usedAt?: string;
  readonly revokedAt?: string;
};

export type InvitationStanding = "open" | "used" | "expired" | "revoked";

/** Where an invitation stands now; what was used stays used. */
export function standingOf({ expiresAt, usedAt, revokedAt }: Invitation, now: string): InvitationStanding {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/**
 * From which day on the role holds: a person may have begun with an invitation while there was no network, but not
 * before it was made and not in the future.
 * @param since the day on which the phone says that the work began
 */
export function roleFrom(since: LocalDate, madeOn: LocalDate, today: LocalDate): LocalDate {
  if (since > today) return today;
  return since < madeOn ? madeOn : since;
}

/** How far back a leader's approval may reach: longer than a phone is usually out, short enough to be remembered. */
export const askedDays = 30;

/** The same for whoever asked without an invitation: the leader sees this day and approves it. */
export function approvedFrom(since: LocalDate, askedOn: LocalDate): LocalDate {
  return roleFrom(since, addDays(askedOn, -askedDays), askedOn);
}
