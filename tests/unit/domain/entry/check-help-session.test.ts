import { describe, expect, it } from "vitest";
import { checkHappenedAt } from "@/lib/domain/entry/check-entry";
import { checkHelpSession, warnAboutHelpSession } from "@/lib/domain/entry/check-help-session";
import { flagsOf } from "@/lib/domain/entry/flags";
import { HelpSession } from "@/lib/domain/entry/help-session";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { makeConsent, makeDossier, makeHelpSession, makeOrganisation, makeOutcome, makePerson } from "@/tests/factories/help-session";

describe("a help session", () => {
  it("is in order with a scanned card, consent and one outcome", () => {
    expect(checkHelpSession(makeHelpSession())).toEqual([]);
  });

  it.each([
    ["a person's outcome without the number it is checked by", { subject: makePerson({ personalNumber: undefined }) }, "required", "subject.personalNumber"],
    ["a person's outcome without birth", { subject: makePerson({ birth: undefined }) }, "required", "subject.birth"],
    ["no consent at all", { consent: undefined }, "consentMissing", "consent.purposes"],
    ["consent to be called only", { consent: makeConsent({ purposes: ["contact"] }) }, "consentMissing", "consent.purposes"],
    ["a phone number that nobody agreed to", { subject: makePerson({ phone: "0905123456" }) }, "phoneWithoutConsent", "subject.phone"],
    ["a child without a guardian", { subject: makePerson({ birth: { precision: "day", year: 2012, month: 1, day: 2 } }) }, "guardianRequired", "consent.guardian"],
    ["the same person's outcome twice", { outcomes: [makeOutcome("vneidActivated"), makeOutcome("vneidActivated")] }, "outcomeRepeated", "outcomes.1"],
    ["the same dossier twice", { outcomes: [makeDossier(), makeDossier()] }, "dossierRepeated", "outcomes.1.dossierCode"],
    ["an online dossier without its code", { outcomes: [makeDossier({ dossierCode: undefined })] }, "required", "outcomes.0.dossierCode"],
    ["an account of an organisation", { subject: makeOrganisation(), consent: undefined }, "organisationOutcomeNotPossible", "outcomes.0"],
  ] as const)("refuses %s, at its field", (_, changes, code, field) => {
    expect(checkHelpSession(makeHelpSession(changes as never))).toEqual([{ code, field }]);
  });

  it("asks for no number when only a dossier was submitted or advice given", () => {
    const subject = makePerson({ personalNumber: undefined, birth: undefined, sex: undefined, scanned: [] });
    expect(checkHelpSession(makeHelpSession({ subject, outcomes: [makeDossier(), makeOutcome("guidanceGiven")] }))).toEqual([]);
  });

  it("needs no code for a paper dossier and no consent for an organisation", () => {
    const paper = makeDossier({ channel: "paper", dossierCode: undefined });
    expect(checkHelpSession(makeHelpSession({ subject: makeOrganisation(), consent: undefined, outcomes: [paper] }))).toEqual([]);
  });

  it("tells whoever types a time ahead of the clock, and only in the form", () => {
    const session = makeHelpSession({ happenedAt: "2026-08-09T00:00:00.000Z" });
    expect(checkHappenedAt(session, "2026-08-08T00:00:00.000Z")).toEqual([{ code: "happenedInFuture", field: "happenedAt" }]);
    expect(checkHelpSession(session)).toEqual([]);
  });

  it("warns, and saves all the same, when number and birth differ", () => {
    const session = makeHelpSession({ subject: makePerson({ birth: { precision: "year", year: 1988 } }) });
    expect(checkHelpSession(session)).toEqual([]);
    expect(warnAboutHelpSession(session)).toEqual([{ code: "numberAndBirthDiffer", field: "subject.birth" }]);
  });

  it("says which field of a malformed session is meant, and how", () => {
    const parsed = HelpSession.safeParse({
      ...makeHelpSession(),
      subject: { ...makePerson(), personalNumber: "211234567" },
      outcomes: [{ ...makeDossier(), dossierCode: "1.011442.000.00.00.H38" }],
    });
    expect(parsed.error && refusalsOf(parsed.error)).toEqual([
      { code: "personalNumberIsOldCard", field: "subject.personalNumber" },
      { code: "dossierCodeIsProcedureCode", field: "outcomes.0.dossierCode" },
    ]);
  });
});

describe("what a leader should look at", () => {
  it("is a typed number, a wrong clock and a possible duplicate", () => {
    const typed = makeHelpSession({ subject: makePerson({ scanned: [] }) });
    expect(flagsOf(typed, -11 * 60_000)).toEqual(["typedNotScanned", "clockOff"]);
    expect(flagsOf(makeHelpSession(), 9 * 60_000)).toEqual([]);
  });
});
