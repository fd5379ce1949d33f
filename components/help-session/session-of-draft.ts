import { consentOfDraft } from "@/components/phone/form/draft-consent";
import { checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { checkHelpSession } from "@/lib/domain/entry/check-help-session";
import { duplicateKeysOf } from "@/lib/domain/entry/duplicates";
import { HelpSession } from "@/lib/domain/entry/help-session";
import { parseTypedBirthDate } from "@/lib/domain/identity/birth-date";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Draft, DraftOutcome, DraftSubject } from "./draft";

type Moment = {
  readonly now: string;
  /** The notice that is read today, for who agrees today. */
  readonly noticeVersion: number;
};

/** The session that a form stands for, or everything that keeps it from being one, each at its field. */
export function sessionOfDraft(draft: Draft, { now, noticeVersion }: Moment): Result<HelpSession, readonly Refusal[]> {
  const birth = draft.subject.birth.trim() === "" ? undefined : parseTypedBirthDate(draft.subject.birth, localDateOf(now));
  const problems: Refusal[] = birth && !birth.ok ? [{ code: birth.error, field: "subject.birth" }] : [];
  const consent = draft.subject.kind === "person" ? consentOfDraft(draft.consent, { noticeVersion, now }) : undefined;
  const shape = { ...shapeOf(draft, birth?.ok ? birth.value : undefined), ...(consent ? { consent } : {}) };
  const parsed = HelpSession.safeParse(shape);
  if (!parsed.success) return err([...problems, ...refusalsOf(parsed.error, shape)].map(whereItIsAsked));
  const checked = [...checkHelpSession(parsed.data), ...checkHappenedAt(parsed.data, now)];
  // A birth that can't be read is not missing.
  const others = checked.filter(({ field }) => problems.every((problem) => problem.field !== field));
  return problems.length + others.length > 0 ? err([...problems, ...others].map(whereItIsAsked)) : ok(parsed.data);
}

/** By which other entries about the same are noticed, before the citizen has agreed to anything. */
export function duplicateKeysOfDraft(draft: Draft): string[] {
  const parsed = HelpSession.safeParse(shapeOf(draft, undefined));
  return parsed.success ? duplicateKeysOf(parsed.data) : [];
}

function shapeOf(draft: Draft, birth: object | undefined) {
  return {
    kind: "helpSession",
    happenedAt: draft.happenedAt,
    place: { kind: draft.place.kind, ...given("name", draft.place.name) },
    subject: subjectOf(draft.subject, birth),
    ...(draft.householdId ? { householdId: draft.householdId } : {}),
    ...(draft.duplicateReason ? { duplicateReason: draft.duplicateReason } : {}),
    outcomes: draft.outcomes.map(outcomeOf),
  };
}

/** Consent to be called is asked after the number was typed: nobody is sent back, or held up before the question. */
function whereItIsAsked(refusal: Refusal): Refusal {
  return refusal.code === "phoneWithoutConsent" ? { ...refusal, field: "consent.purposes" } : refusal;
}

function subjectOf(subject: DraftSubject, birth: object | undefined) {
  if (subject.kind === "organisation") {
    const { id, kind, name, taxCode, phone } = subject;
    return { id, kind, name, ...given("taxCode", taxCode), ...given("phone", phone) };
  }
  const { id, kind, name, personalNumber, sex, phone, address } = subject;
  return {
    id,
    kind,
    name,
    ...given("personalNumber", personalNumber),
    ...(birth ? { birth } : {}),
    ...given("sex", sex),
    ...given("phone", phone),
    ...given("address", address),
    scanned: subject.scanned,
  };
}

function outcomeOf({ id, kind, service, dossierCode, portal, channel, paidOnline }: DraftOutcome) {
  if (kind === "dossierSubmitted") {
    return { id, kind, ...given("service", service), ...given("dossierCode", dossierCode), portal, channel, paidOnline: channel === "online" && paidOnline };
  }
  return kind === "guidanceGiven" ? { id, kind, ...given("service", service) } : { id, kind };
}

function given<Key extends string>(key: Key, text: string): Partial<Record<Key, string>> {
  return text.trim() === "" ? {} : ({ [key]: text } as Record<Key, string>);
}
