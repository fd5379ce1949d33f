import * as z from "zod/mini";
import { DraftConsent, draftOfConsent, noConsent } from "@/components/phone/form/draft-consent";
import { DuplicateReason } from "@/lib/domain/entry/duplicate-reason";
import { placeKinds, type HelpSession } from "@/lib/domain/entry/help-session";
import { channels, isPersonOutcome, outcomeKinds, portals, type Outcome, type OutcomeKind } from "@/lib/domain/entry/outcome";
import { scannableFields } from "@/lib/domain/entry/subject";
import { formatBirthDate } from "@/lib/domain/identity/birth-date";
import type { CardFields } from "@/lib/domain/identity/card-qr";
import { formatPhoneNumber } from "@/lib/domain/identity/phone-number";
import { foldText } from "@/lib/domain/text/fold";

export const DraftSubject = z.object({
  id: z.string(),
  kind: z.enum(["person", "organisation"]),
  name: z.string(),
  personalNumber: z.string(),
  birth: z.string(),
  sex: z.enum(["male", "female", ""]),
  phone: z.string(),
  address: z.string(),
  taxCode: z.string(),
  scanned: z.array(z.enum(scannableFields)),
});
export type DraftSubject = Readonly<z.infer<typeof DraftSubject>>;

export const DraftOutcome = z.object({
  id: z.string(),
  kind: z.enum(outcomeKinds),
  service: z.string(),
  dossierCode: z.string(),
  portal: z.enum(portals),
  channel: z.enum(channels),
  paidOnline: z.boolean(),
});
export type DraftOutcome = Readonly<z.infer<typeof DraftOutcome>>;

/** The form as it is typed: text where the session has values, so that nothing typed is ever lost. */
export const Draft = z.object({
  /** Set when an existing entry is amended. */
  entryId: z.optional(z.string()),
  step: z.number(),
  unitId: z.string(),
  happenedAt: z.string(),
  place: z.object({ kind: z.enum(placeKinds), name: z.string() }),
  subject: DraftSubject,
  outcomes: z.readonly(z.array(DraftOutcome)),
  consent: DraftConsent,
  /** At whose door the help began. */
  householdId: z.optional(z.string()),
  /** Why it is recorded although the phone knows of another like it. */
  duplicateReason: z.optional(DuplicateReason),
});
export type Draft = Readonly<z.infer<typeof Draft>>;

type Start = { readonly subjectId: string; readonly unitId: string; readonly now: string; readonly place: Draft["place"] };

/** An empty form. */
export function emptyDraft({ subjectId, unitId, now, place }: Start): Draft {
  return {
    step: 0,
    unitId,
    happenedAt: now,
    place,
    subject: {
      id: subjectId, kind: "person", name: "", personalNumber: "", birth: "", sex: "", phone: "", address: "", taxCode: "", scanned: [],
    },
    outcomes: [],
    consent: noConsent,
  };
}

/** The form of a session that exists, to amend it. */
export function draftOfSession(session: HelpSession, unitId: string): Draft {
  const { subject, consent, place } = session;
  const person = subject.kind === "person" ? subject : undefined;
  return {
    step: 0,
    unitId,
    happenedAt: session.happenedAt,
    place: { kind: place.kind, name: place.name ?? "" },
    subject: {
      id: subject.id,
      kind: subject.kind,
      name: subject.name,
      personalNumber: person?.personalNumber ?? "",
      birth: person?.birth ? formatBirthDate(person.birth) : "",
      sex: person?.sex ?? "",
      phone: subject.phone ? formatPhoneNumber(subject.phone) : "",
      address: person?.address ?? "",
      taxCode: subject.kind === "organisation" ? (subject.taxCode ?? "") : "",
      scanned: person?.scanned ?? [],
    },
    outcomes: session.outcomes.map(draftOfOutcome),
    consent: draftOfConsent(consent),
    ...(session.householdId ? { householdId: session.householdId } : {}),
    ...(session.duplicateReason ? { duplicateReason: session.duplicateReason } : {}),
  };
}

function draftOfOutcome(outcome: Outcome): DraftOutcome {
  const empty = newOutcome(outcome.id, outcome.kind);
  if (outcome.kind === "dossierSubmitted") return { ...empty, ...outcome, dossierCode: outcome.dossierCode ?? "" };
  return outcome.kind === "guidanceGiven" ? { ...empty, service: outcome.service ?? "" } : empty;
}

export function newOutcome(id: string, kind: OutcomeKind): DraftOutcome {
  return { id, kind, service: "", dossierCode: "", portal: "province", channel: "online", paidOnline: false };
}

/** Fills what the card says; what it does not say stays as typed, and goes with what was agreed to when the card is another person's. */
export function withCard(draft: Draft, card: CardFields): Pick<Draft, "subject" | "consent" | "duplicateReason"> {
  const same = isOf(card, draft.subject);
  const { id, phone, address } = draft.subject;
  const subject: DraftSubject = {
    id,
    kind: "person",
    name: card.name,
    personalNumber: card.personalNumber,
    birth: formatBirthDate(card.birth),
    sex: card.sex,
    phone: same ? phone : "",
    // At one door everybody has the same address.
    address: card.address ?? (same || draft.householdId ? address : ""),
    taxCode: "",
    scanned: ["personalNumber", "name", "birth", "sex", ...(card.address ? ["address" as const] : [])],
  };
  return same ? { subject, consent: draft.consent, duplicateReason: draft.duplicateReason } : { subject, consent: noConsent, duplicateReason: undefined };
}

/** Nobody yet, the same number, or the same name beside a number that no card said: that one may be mistyped. */
function isOf({ personalNumber, name }: CardFields, subject: DraftSubject): boolean {
  if (subject.personalNumber === personalNumber || (subject.name === "" && subject.personalNumber === "")) return true;
  return foldText(subject.name.trim()) === foldText(name) && !subject.scanned.includes("personalNumber");
}

/** A typed field is no longer the card's. */
export function withTyped(subject: DraftSubject, changes: Partial<DraftSubject>): DraftSubject {
  return { ...subject, ...changes, scanned: subject.scanned.filter((field) => !(field in changes)) };
}

/** A person or an organisation; what belongs to a person only goes when it is none. */
export function withSubjectKind({ subject, outcomes }: Draft, kind: DraftSubject["kind"]): Pick<Draft, "subject" | "outcomes"> {
  if (kind === "person") return { subject: { ...subject, kind }, outcomes };
  return { subject: { ...subject, kind, phone: "", scanned: [] }, outcomes: outcomes.filter((outcome) => !isPersonOutcome(outcome.kind)) };
}

/** On the hotline or by Zalo there is no card to scan: a name is enough, and a phone number to call back. */
export function isRemotePerson({ place, subject }: Draft): boolean {
  return place.kind === "remote" && subject.kind === "person";
}

/** A name from the door and nothing else yet: the card is still the quickest way to the rest. */
export function isJustMet({ entryId, householdId, subject, outcomes }: Draft): boolean {
  return entryId === undefined && householdId !== undefined && subject.personalNumber === "" && subject.birth === "" && outcomes.length === 0;
}

/** Whether there is nothing worth keeping. */
export function isUntouched({ subject, outcomes, consent }: Draft): boolean {
  const typed = [subject.name, subject.personalNumber, subject.birth, subject.sex, subject.phone, subject.address, subject.taxCode];
  return typed.every((text) => text === "") && outcomes.length === 0 && consent.purposes.length === 0;
}
