import { describe, expect, it } from "vitest";
import { draftOfSession, newOutcome, type Draft } from "@/components/help-session/draft";
import { duplicateKeysOfDraft, sessionOfDraft } from "@/components/help-session/session-of-draft";
import type { Refusal } from "@/lib/domain/refusal";
import { teamUnit } from "@/tests/factories/command-context";
import { makeConsent, makeDossier, makeHelpSession, makeId, makeOrganisation, makeOutcome, makePerson } from "@/tests/factories/help-session";
import { makeDraft, makeDraftDossier, makeDraftSubject, makeEmptyDraft, now } from "./make-draft";

const noticeVersion = 3;

function sessionOf(draft: Draft) {
  const session = sessionOfDraft(draft, { now, noticeVersion });
  if (!session.ok) throw new Error(JSON.stringify(session.error));
  return session.value;
}

function refusalsOf(draft: Draft): readonly Refusal[] {
  const session = sessionOfDraft(draft, { now, noticeVersion });
  return session.ok ? [] : session.error;
}

describe("a session that is opened to be amended and saved as it is", () => {
  it.each([
    ["of a citizen", makeHelpSession({ subject: makePerson({ phone: "0905 123 456", address: "Thôn 2, Phước Lộc" }), consent: makeConsent({ purposes: ["record", "contact"] }) })],
    ["of a citizen whose card knows only a year", makeHelpSession({ subject: makePerson({ birth: { precision: "year", year: 1951 } }) })],
    ["of a child", makeHelpSession({ subject: makePerson({ birth: { precision: "day", year: 2015, month: 2, day: 1 } }), consent: makeConsent({ guardian: { name: "Lê Thị Bình" } }) })],
    ["of an organisation", makeHelpSession({ subject: makeOrganisation(), consent: undefined, outcomes: [makeDossier()] })],
    ["with several outcomes", makeHelpSession({ outcomes: [makeDossier({ portal: "national", paidOnline: true }), makeDossier({ channel: "paper", dossierCode: undefined }), makeOutcome("guidanceGiven"), makeOutcome("vneidActivated")] })],
    ["at a household's door", makeHelpSession({ place: { kind: "home" }, householdId: makeId() })],
    ["that was recorded although another is like it", makeHelpSession({ duplicateReason: "otherMatter" })],
    ["on the hotline", makeHelpSession({ place: { kind: "remote" }, subject: makePerson({ personalNumber: undefined, birth: undefined, sex: undefined, scanned: [], phone: "0905 123 456" }), consent: makeConsent({ purposes: ["record", "contact"] }), outcomes: [makeOutcome("guidanceGiven")] })],
    ["without a name of the place", makeHelpSession({ place: { kind: "home" } })],
  ])("%s stays the same", (_, session) => {
    expect(sessionOf(draftOfSession(session, teamUnit))).toEqual(session);
  });

  it("keeps the notice that was read then", () => {
    const session = makeHelpSession({ consent: makeConsent({ noticeVersion: 1 }) });
    expect(sessionOf(draftOfSession(session, teamUnit)).consent?.noticeVersion).toBe(1);
  });
});

describe("what is typed", () => {
  it("is read as the domain reads it", () => {
    const subject = makeDraftSubject({ name: "  Đinh   Y Blŏng ", personalNumber: "052 095 001 234", birth: "15031995", phone: "0905 123 456" });
    const { subject: read, consent, outcomes } = sessionOf(
      makeDraft({ subject, outcomes: [makeDraftDossier({ dossierCode: " h57.132 – 260807 - 0041" })], consent: { ...makeDraft().consent, purposes: ["record", "contact"] } }),
    );
    expect(read).toMatchObject({ name: "Đinh Y Blŏng", personalNumber: "052095001234", birth: { precision: "day", year: 1995, month: 3, day: 15 }, phone: "+84905123456" });
    expect(outcomes[0]).toMatchObject({ dossierCode: "H57.132-260807-0041" });
    expect(consent).toMatchObject({ noticeVersion, givenAt: "2026-08-07T02:50:00.000Z" });
  });

  it("is not a payment when the dossier is on paper", () => {
    const [outcome] = sessionOf(makeDraft({ outcomes: [makeDraftDossier({ channel: "paper", paidOnline: true })] })).outcomes;
    expect(outcome).toMatchObject({ channel: "paper", paidOnline: false });
  });
});

describe("what tells that it may be recorded already", () => {
  it("is known before anybody has agreed to anything", () => {
    expect(duplicateKeysOfDraft(makeDraft({ consent: makeEmptyDraft().consent, outcomes: [newOutcome(makeId(), "vneidActivated"), makeDraftDossier()] }))).toEqual([
      "vneidActivated 052095001234", "dossierSubmitted H08.21-260807-0041",
    ]);
  });

  it("is nothing while a code is half typed", () => {
    expect(duplicateKeysOfDraft(makeDraft({ outcomes: [makeDraftDossier({ dossierCode: "H08.21-2608" })] }))).toEqual([]);
  });
});

describe("what is in the way, and where", () => {
  it.each<[string, Partial<Draft>, Refusal[]]>([
    ["no name", { subject: makeDraftSubject({ name: " " }) }, [{ code: "required", field: "subject.name" }]],
    ["an old card's number", { subject: makeDraftSubject({ personalNumber: "211234567" }) }, [{ code: "personalNumberIsOldCard", field: "subject.personalNumber" }]],
    ["a birth outside the calendar", { subject: makeDraftSubject({ birth: "31/02/1995" }) }, [{ code: "birthDateNotInCalendar", field: "subject.birth" }]],
    ["an account without a number", { subject: makeDraftSubject({ personalNumber: "" }) }, [{ code: "required", field: "subject.personalNumber" }]],
    ["nothing helped", { outcomes: [] }, [{ code: "outcomesMissing", field: "outcomes" }]],
    ["no service", { outcomes: [makeDraftDossier({ service: "" })] }, [{ code: "required", field: "outcomes.0.service" }]],
    ["a procedure's code", { outcomes: [newOutcome(makeId(), "vneidActivated"), makeDraftDossier({ dossierCode: "1.011442.000.00.00.H38" })] }, [{ code: "dossierCodeIsProcedureCode", field: "outcomes.1.dossierCode" }]],
    ["no consent", { consent: makeEmptyDraft().consent }, [{ code: "consentMissing", field: "consent.purposes" }]],
    ["a child without a guardian", { subject: makeDraftSubject({ birth: "01/02/2015" }) }, [{ code: "guardianRequired", field: "consent.guardian" }]],
    ["a time to come", { happenedAt: "2026-08-07T03:00:01.000Z" }, [{ code: "happenedInFuture", field: "happenedAt" }]],
  ])("%s", (_, changes, refusals) => {
    expect(refusalsOf(makeDraft(changes))).toEqual(refusals);
  });

  it("asks for consent to be called where consent is asked, not at the number", () => {
    expect(refusalsOf(makeDraft({ subject: makeDraftSubject({ phone: "0905123456" }) }))).toEqual([{ code: "phoneWithoutConsent", field: "consent.purposes" }]);
  });

  it("lets a number and a birth that differ pass: cards can be wrong", () => {
    expect(refusalsOf(makeDraft({ subject: makeDraftSubject({ birth: "1990", sex: "female" }) }))).toEqual([]);
  });
});
