import type { ConsentPurpose } from "@/lib/domain/entry/consent";
import type { HelpSession, Place } from "@/lib/domain/entry/help-session";
import type { Outcome, OutcomeKind } from "@/lib/domain/entry/outcome";
import type { PersonSubject } from "@/lib/domain/entry/subject";
import { formatBirthDate } from "@/lib/domain/identity/birth-date";
import type { CardFields } from "@/lib/domain/identity/card-qr";
import { formatPhoneNumber } from "@/lib/domain/identity/phone-number";
import type { Sex } from "@/lib/domain/identity/sex";

/** The form as it is typed: text where the session has values, so that nothing typed is ever lost. */
export type Draft = {
  /** Set when an existing entry is amended. */
  readonly entryId?: string;
  readonly step: number;
  readonly unitId: string;
  readonly happenedAt: string;
  readonly place: { readonly kind: Place["kind"]; readonly name: string };
  readonly subject: DraftSubject;
  readonly outcomes: readonly DraftOutcome[];
  readonly consent: DraftConsent;
};

export type DraftSubject = {
  readonly id: string;
  readonly kind: "person" | "organisation";
  readonly name: string;
  readonly personalNumber: string;
  readonly birth: string;
  readonly sex: Sex | "";
  readonly phone: string;
  readonly address: string;
  readonly taxCode: string;
  readonly scanned: PersonSubject["scanned"];
};

export type DraftOutcome = {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly service: string;
  readonly dossierCode: string;
  readonly portal: "national" | "province";
  readonly channel: "online" | "paper";
  readonly paidOnline: boolean;
};

export type DraftConsent = {
  readonly purposes: readonly ConsentPurpose[];
  readonly method: "readAloud" | "shownOnScreen";
  readonly givenAt: string;
  readonly guardian: string;
};

/** An empty form. @param ids made on the phone, for whoever is helped */
export function emptyDraft(start: { readonly subjectId: string; readonly unitId: string; readonly now: string; readonly place?: Draft["place"] | undefined }): Draft {
  return {
    step: 0,
    unitId: start.unitId,
    happenedAt: start.now,
    place: start.place ?? { kind: "counter", name: "" },
    subject: {
      id: start.subjectId, kind: "person", name: "", personalNumber: "", birth: "", sex: "", phone: "", address: "", taxCode: "", scanned: [],
    },
    outcomes: [],
    consent: { purposes: [], method: "readAloud", givenAt: "", guardian: "" },
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
    consent: {
      purposes: consent?.purposes ?? [],
      method: consent?.method ?? "readAloud",
      givenAt: consent?.givenAt ?? "",
      guardian: consent?.guardian?.name ?? "",
    },
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

/** Fills what the card says; what the card does not say stays as typed. */
export function withCard(subject: DraftSubject, card: CardFields): DraftSubject {
  return {
    ...subject,
    kind: "person",
    name: card.name,
    personalNumber: card.personalNumber,
    birth: formatBirthDate(card.birth),
    sex: card.sex,
    address: card.address ?? subject.address,
    scanned: ["personalNumber", "name", "birth", "sex", ...(card.address ? ["address" as const] : [])],
  };
}

/** A typed field is no longer the card's. */
export function withTyped(subject: DraftSubject, changes: Partial<DraftSubject>): DraftSubject {
  return { ...subject, ...changes, scanned: subject.scanned.filter((field) => !(field in changes)) };
}

/** Whether there is anything worth keeping. */
export function isUntouched({ subject, outcomes, consent }: Draft): boolean {
  const typed = [subject.name, subject.personalNumber, subject.birth, subject.sex, subject.phone, subject.address, subject.taxCode];
  return typed.every((text) => text === "") && outcomes.length === 0 && consent.purposes.length === 0;
}
