import { describe, expect, it } from "vitest";
import { Draft, isUntouched, newOutcome, withCard, withSubjectKind, withTyped } from "@/components/help-session/draft";
import { noConsent } from "@/components/phone/form/draft-consent";
import { duplicateReasons } from "@/lib/domain/entry/duplicate-reason";
import type { CardFields } from "@/lib/domain/identity/card-qr";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeId } from "@/tests/factories/help-session";
import { makeDraft, makeDraftDossier, makeDraftSubject, makeEmptyDraft } from "./make-draft";

const mai = "052188001234||Trần Thị Mai|15031988|Nữ|Tuy Phước|01012022";

describe("a scanned card", () => {
  it("fills its fields and says so; what it does not hold stays", () => {
    const draft = { ...makeEmptyDraft(), subject: { ...makeEmptyDraft().subject, phone: "0905123456", address: "Thôn 2" } };
    const { subject } = withCard(draft, read("052188001234||Trần Thị Mai|15031988|Nữ||01012022"));
    expect(subject).toMatchObject({ name: "Trần Thị Mai", personalNumber: "052188001234", birth: "15/03/1988", sex: "female", phone: "0905123456", address: "Thôn 2" });
    expect(subject.scanned).toEqual(["personalNumber", "name", "birth", "sex"]);
  });

  it("turns an organisation that was chosen by mistake into a person", () => {
    expect(withCard(makeDraft({ subject: makeDraftSubject({ kind: "organisation" }) }), read(mai)).subject.kind).toBe("person");
  });

  it("no longer speaks for a field that was typed over", () => {
    const scanned = withCard(makeEmptyDraft(), read(mai)).subject;
    const typed = withTyped(scanned, { birth: "16/03/1988" });
    expect(typed.birth).toBe("16/03/1988");
    expect(typed.scanned).toEqual(["personalNumber", "name", "sex", "address"]);
  });
});

describe("the card of another person", () => {
  const child = makeDraft({
    subject: makeDraftSubject({ phone: "0905123456", address: "Thôn 2" }),
    consent: { purposes: ["record", "contact"], method: "readAloud", givenAt: "2026-08-07T02:50:00.000Z", guardian: "Nguyễn Văn Bình" },
    duplicateReason: duplicateReasons[0],
  });

  it("takes with it what the one before agreed to, the guardian, the telephone, and why it is recorded again", () => {
    const after = { ...child, ...withCard(child, read(mai)) };
    expect(after.consent).toEqual(noConsent);
    expect(after.duplicateReason).toBeUndefined();
    expect(after.subject).toMatchObject({ id: child.subject.id, name: "Trần Thị Mai", phone: "", address: "Tuy Phước" });
    expect(after.outcomes).toEqual(child.outcomes);
  });

  it("is also one of the same name and another number that came from a card", () => {
    const before = { ...makeDraft(), ...withCard(makeEmptyDraft(), read(mai)) };
    expect(withCard(before, read(mai.replace("052188001234", "052188009999"))).consent).toEqual(noConsent);
  });

  it("is not the card that a mistyped number or name is put right with", () => {
    const card = read("052095001235||NGUYỄN VĂN AN|15031995|Nam|Tuy Phước|01012022");
    expect(withCard(child, card)).toMatchObject({ consent: child.consent, duplicateReason: child.duplicateReason, subject: { phone: "0905123456" } });
    expect(withCard({ ...child, subject: { ...child.subject, name: "Nguyễn Văn Anh", personalNumber: "052095001235" } }, card).consent).toBe(child.consent);
  });
});

describe("an organisation", () => {
  const draft = makeDraft({
    subject: makeDraftSubject({ phone: "0905123456", scanned: ["name"] }),
    outcomes: [newOutcome(makeId(), "vneidActivated"), makeDraftDossier()],
  });

  it("loses what only a person can have: outcomes without a row of their own would block the form unseen", () => {
    const { subject, outcomes } = withSubjectKind(draft, "organisation");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["dossierSubmitted"]);
    expect(subject).toMatchObject({ kind: "organisation", phone: "", scanned: [] });
  });

  it("keeps everything when it is a person after all", () => {
    expect(withSubjectKind(draft, "person")).toEqual({ subject: draft.subject, outcomes: draft.outcomes });
  });
});

it("is worth keeping from the first key on, and not before", () => {
  const empty = makeEmptyDraft();
  expect(isUntouched(empty)).toBe(true);
  expect(isUntouched({ ...empty, step: 1, place: { kind: "home", name: "" } })).toBe(true);
  expect(isUntouched({ ...empty, subject: { ...empty.subject, name: "N" } })).toBe(false);
  expect(isUntouched({ ...empty, outcomes: [newOutcome(makeId(), "guidanceGiven")] })).toBe(false);
});

it("comes back from storage as it was typed, and not at all in a shape this version can't show", () => {
  const draft = makeDraft();
  expect(Draft.parse(structuredClone(draft))).toEqual(draft);
  expect(Draft.safeParse({ ...draft, subject: undefined }).success).toBe(false);
});

function read(text: string): CardFields {
  const card = parseCardQr(text, LocalDate.parse("2026-08-07"));
  if (!card.ok) throw new Error(card.error);
  return card.value;
}
