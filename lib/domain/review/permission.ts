import { holdsRole, type Actor, type Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";
import type { EntryAction } from "./lifecycle";

/** Permissions as data: who may take a step, over entries of the units they hold a role for. */
type Rule = { readonly author: true; readonly roles?: readonly Role[] } | { readonly author?: never; readonly roles: readonly Role[] };

const reviewers: Rule = { roles: ["leader", "officer"] };
// Two direct units have nobody above them both but the province, which ends what two of them recorded twice.
const reviewersAndProvince: Rule = { roles: ["leader", "officer", "provinceVerifier"] };
const officersAbove: Rule = { roles: ["officer", "provinceVerifier"] };

export const permissions = {
  amend: { author: true },
  withdraw: { author: true },
  answer: { author: true },
  // A citizen may come back to somebody else.
  withdrawConsent: { author: true, roles: ["leader", "officer"] },
  confirm: reviewers,
  return: reviewers,
  refuse: reviewersAndProvince,
  undo: reviewersAndProvince,
  release: reviewers,
  reopen: officersAbove,
  overturn: officersAbove,
} as const satisfies Record<EntryAction, Rule>;

/** Roles whose holders see the entries of a unit and everything below it. */
export const supervisingRoles = ["leader", "officer", "provinceVerifier"] as const satisfies readonly Role[];

/** Roles whose holders say what the police knows, by area. A helper proposes, a verifier decides. */
export const policeRoles = ["policeVerifier", "policeHelper"] as const satisfies readonly Role[];

/** Roles whose holders record for a unit and everything below it. */
export const recordingRoles = ["volunteer", "leader"] as const satisfies readonly Role[];

export type Supervised = { readonly authorId: string; readonly unitPath: readonly string[] };

/**
 * May the actor take this step with this entry today? Nobody reviews an own entry, whatever the roles.
 * The table of `lifecycle` says besides whether the entry's status allows the step.
 */
export function can(actor: Actor, action: EntryAction, entry: Supervised, day: LocalDate): boolean {
  const rule: Rule = permissions[action];
  if (entry.authorId === actor.userId) return rule.author === true;
  return rule.roles !== undefined && actor.active && holdsRole(actor, rule.roles, entry.unitPath, day);
}

/** Unknown and forbidden must look alike: whoever may not see an entry gets the answer of a wrong id. */
export function canSee(actor: Actor, entry: Supervised, day: LocalDate): boolean {
  return entry.authorId === actor.userId || (actor.active && holdsRole(actor, supervisingRoles, entry.unitPath, day));
}

/** May the actor record for this unit on this day? If not, what was captured goes to quarantine, never away. */
export function canRecordFor(actor: Actor, unitPath: readonly string[], day: LocalDate): boolean {
  return actor.active && holdsRole(actor, recordingRoles, unitPath, day);
}
