import { isKnownDossierUnit } from "../dossier/dossier-code";
import { ageOn } from "../identity/birth-date";
import { warnAboutIdentity } from "../identity/identity-warnings";
import type { Refusal, RefusalCode, Warning } from "../refusal";
import { localDateOf, type LocalDate } from "../time/local-date";
import { guardianBelowAge } from "./consent";
import type { HelpSession } from "./help-session";
import { isPersonOutcome } from "./outcome";
import type { PersonSubject } from "./subject";

/**
 * The rules that need several fields; single fields are the schema's. No clock is asked: a phone whose
 * clock is wrong must neither refuse a right entry nor have one refused, see `happenedOnOf`.
 * @returns every refusal with the field it belongs to; empty when the session may be saved
 */
export function checkHelpSession(session: HelpSession): Refusal[] {
  return [...checkSubject(session), ...checkConsent(session), ...checkOutcomes(session)];
}

/** Worth asking about; saving stays possible, because cards themselves can be wrong. */
export function warnAboutHelpSession(session: HelpSession): Warning[] {
  const identity = session.subject.kind === "person" ? warnAboutIdentity(session.subject) : [];
  const dossiers = session.outcomes.flatMap((outcome, index): Warning[] =>
    outcome.kind === "dossierSubmitted" && outcome.dossierCode && !isKnownDossierUnit(outcome.dossierCode)
      ? [{ code: "dossierUnitUnknown", field: `outcomes.${index}.dossierCode` }]
      : [],
  );
  return [...identity.map((warning) => ({ ...warning, field: `subject.${warning.field}` })), ...dossiers];
}

function checkSubject({ subject, outcomes }: HelpSession): Refusal[] {
  if (subject.kind === "organisation") {
    return outcomes.flatMap((outcome, index) =>
      isPersonOutcome(outcome.kind) ? [refusal("organisationOutcomeNotPossible", `outcomes.${index}`)] : [],
    );
  }
  if (!outcomes.some((outcome) => isPersonOutcome(outcome.kind))) return [];
  return (["personalNumber", "birth", "sex"] as const).flatMap((field) =>
    subject[field] === undefined ? [refusal("required", `subject.${field}`)] : [],
  );
}

function checkConsent({ subject, consent, happenedAt }: HelpSession): Refusal[] {
  if (subject.kind === "organisation") return [];
  if (!consent?.purposes.includes("record")) return [refusal("consentMissing", "consent.purposes")];
  return [
    ...(subject.phone && !consent.purposes.includes("contact") ? [refusal("phoneWithoutConsent", "subject.phone")] : []),
    ...(needsGuardian(subject, localDateOf(happenedAt)) && !consent.guardian
      ? [refusal("guardianRequired", "consent.guardian")]
      : []),
  ];
}

/** Under 16 on the day a guardian agrees. Without a birth date nobody can tell, so nothing is asked. */
export function needsGuardian(subject: PersonSubject, day: LocalDate): boolean {
  return subject.birth !== undefined && ageOn(subject.birth, day).years < guardianBelowAge;
}

function checkOutcomes({ outcomes }: HelpSession): Refusal[] {
  const seen = new Set<string>();
  return outcomes.flatMap((outcome, index): Refusal[] => {
    if (outcome.kind !== "dossierSubmitted") {
      const repeated = isPersonOutcome(outcome.kind) && seen.has(outcome.kind);
      seen.add(outcome.kind);
      return repeated ? [refusal("outcomeRepeated", `outcomes.${index}`)] : [];
    }
    const field = `outcomes.${index}.dossierCode`;
    if (!outcome.dossierCode) return outcome.channel === "online" ? [refusal("required", field)] : [];
    const repeated = seen.has(outcome.dossierCode);
    seen.add(outcome.dossierCode);
    return repeated ? [refusal("dossierRepeated", field)] : [];
  });
}

function refusal(code: RefusalCode, field: string): Refusal {
  return { code, field };
}
