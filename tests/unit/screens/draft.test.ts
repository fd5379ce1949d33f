import { describe, expect, it } from "vitest";
import { Draft, isUntouched, newOutcome, withCard, withSubjectKind, withTyped } from "@/components/help-session/draft";
import type { CardFields } from "@/lib/domain/identity/card-qr";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeId } from "@/tests/factories/help-session";
import { makeDraft, makeDraftDossier, makeDraftSubject, makeEmptyDraft } from "./make-draft";

describe("a scanned card", () => {
  it("fills its fields and says so; what it does not hold stays", () => {
    const subject = withCard(makeDraftSubject({ phone: "0905123456", address: "Thôn 2" }), read("052188001234||Trần Thị Mai|15031988|Nữ||01012022"));
    expect(subject).toMatchObject({ name: "Trần Thị Mai", personalNumber: "052188001234", birth: "15/03/1988", sex: "female", phone: "0905123456", address: "Thôn 2" });
    expect(subject.scanned).toEqual(["personalNumber", "name", "birth", "sex"]);
  });

  it("turns an organisation that was chosen by mistake into a person", () => {
    expect(withCard(makeDraftSubject({ kind: "organisation" }), read("052188001234||Trần Thị Mai|15031988|Nữ|Tuy Phước|01012022")).kind).toBe("person");
  });

  it("no longer speaks for a field that was typed over", () => {
    const scanned = withCard(makeDraftSubject(), read("052188001234||Trần Thị Mai|15031988|Nữ|Tuy Phước|01012022"));
    const typed = withTyped(scanned, { birth: "16/03/1988" });
    expect(typed.birth).toBe("16/03/1988");
    expect(typed.scanned).toEqual(["personalNumber", "name", "sex", "address"]);
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
