import { describe, expect, it } from "vitest";
import { reviewProofOf } from "@/lib/domain/review/review-proof";
import { makeDossier, makeHelpSession, makeOrganisation, makeOutcome, makePerson } from "@/tests/factories/help-session";
import { makeArticle } from "@/tests/factories/outreach";

const code = "H57.132-260806-0088";
const other = "H57.132-260806-0038";
const session = makeHelpSession({ outcomes: [makeOutcome("guidanceGiven"), makeDossier({ dossierCode: code })] });
const born1995 = (year: number) => makeHelpSession({ subject: makePerson({ birth: { precision: "year", year } }) });

describe("the proof of what came back", () => {
  it("is the code in the leader's note beside the one that was recorded", () => {
    const proof = { by: "note", recorded: code, said: other };
    expect(reviewProofOf(session, { reason: "wrongDossierCode", note: `Giấy hẹn ghi ${other.toLowerCase()}, em xem lại.` })).toEqual(proof);
    expect(reviewProofOf(session, { reason: "wrongDossierCode", field: "outcomes.1.dossierCode", note: other })).toEqual(proof);
  });

  it("is the year of birth that the personal number holds", () => {
    expect(reviewProofOf(born1995(1996), { reason: "identityMismatch" })).toEqual({ by: "personalNumber", recorded: "1996", said: "1995" });
  });

  it.each([
    ["both say the same code", session, { reason: "wrongDossierCode", note: code }],
    ["the note names no code", session, { reason: "wrongDossierCode", note: "Em xem lại giấy hẹn." }],
    ["the note names two codes", session, { reason: "wrongDossierCode", note: `${other} hay H57.132-260806-0039` }],
    ["there is no note", session, { reason: "wrongDossierCode" }],
    ["the field has no code", session, { reason: "wrongDossierCode", field: "outcomes.0.dossierCode", note: other }],
    ["number and birth agree", born1995(1995), { reason: "identityMismatch" }],
    ["an organisation was helped", makeHelpSession({ subject: makeOrganisation(), consent: undefined, outcomes: [makeOutcome("guidanceGiven")] }), { reason: "identityMismatch" }],
    ["it is no session", makeArticle(), { reason: "wrongLink", note: other }],
  ] as const)("is missing where %s", (_, content, review) => expect(reviewProofOf(content, review)).toBeUndefined());
});
