import { holdsRole, type Actor, type Role } from "../people/actor";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { recordingRoles } from "../review/permission";
import type { LocalDate } from "../time/local-date";
import type { Checker } from "./checked-kind";

/** What decides who may say whether an outcome is true. */
export type CheckedOutcome = {
  readonly checker: Checker;
  readonly authorId: string;
  readonly happenedOn: LocalDate;
  /** From the province down to the entry's unit as the tree stood on a day. */
  readonly unitPathOn: (day: LocalDate) => readonly string[];
  /** The area itself, its commune, and those that took them in; empty where nobody knows the place. */
  readonly areaPath: readonly string[];
};

/** Whose word it is: a verifier's and an officer's counts, a helper's waits for a verifier. */
export type EvidencePart = "decide" | "propose";

/**
 * What the actor may say of an outcome. Refuses with `unknownOrForbidden`, which is also the answer for what doesn't
 * exist, with `ownEntry`, and with `ownTeam` for a helper of the police who records for the entry's unit, on the day
 * of the entry or today (scheme page, "police helper").
 */
export function evidencePartOf(actor: Actor, outcome: CheckedOutcome, today: LocalDate): Result<EvidencePart, RefusalCode> {
  const part = partByRole(actor, outcome, today);
  if (!part) return err("unknownOrForbidden");
  if (outcome.authorId === actor.userId) return err("ownEntry");
  if (part === "propose" && recordsFor(actor, outcome, today)) return err("ownTeam");
  return ok(part);
}

/** What the actor is for the police today, wherever; undefined for whoever is not of the police. */
export function policePartOf(actor: Actor, today: LocalDate): EvidencePart | undefined {
  const held = actor.active ? actor.assignments.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === undefined || today < validTo)) : [];
  if (held.some(({ role }) => role === "policeVerifier")) return "decide";
  return held.some(({ role }) => role === "policeHelper") ? "propose" : undefined;
}

function partByRole(actor: Actor, { checker, areaPath, unitPathOn }: CheckedOutcome, today: LocalDate): EvidencePart | undefined {
  if (!actor.active) return undefined;
  if (checker === "officer") return holdsRole(actor, ["officer"], unitPathOn(today), today) ? "decide" : undefined;
  if (servesArea(actor, "policeVerifier", areaPath, today)) return "decide";
  return servesArea(actor, "policeHelper", areaPath, today) ? "propose" : undefined;
}

/** Police roles are held over areas; the police of the whole province holds its role over a unit instead. */
function servesArea(actor: Actor, wanted: Role, areaPath: readonly string[], today: LocalDate): boolean {
  return actor.assignments.some(
    ({ role, areaId, unitId, validFrom, validTo }) =>
      role === wanted && validFrom <= today && (validTo === undefined || today < validTo) &&
      (areaId === undefined ? unitId !== undefined : areaPath.includes(areaId)),
  );
}

function recordsFor(actor: Actor, { unitPathOn, happenedOn }: CheckedOutcome, today: LocalDate): boolean {
  return [happenedOn, today].some((day) => holdsRole(actor, recordingRoles, unitPathOn(day), day));
}
