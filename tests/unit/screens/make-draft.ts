import { emptyDraft, newOutcome, type Draft, type DraftOutcome, type DraftSubject } from "@/components/help-session/draft";
import { teamUnit } from "@/tests/factories/command-context";
import { makeId } from "@/tests/factories/help-session";

export const now = "2026-08-07T03:00:00.000Z";

/** A form as a volunteer fills it by hand: a citizen, one outcome, agreed to be recorded and verified. */
export function makeDraft(changes: Partial<Draft> = {}): Draft {
  return {
    ...makeEmptyDraft(),
    subject: makeDraftSubject(),
    outcomes: [newOutcome(makeId(), "accountLinked")],
    consent: { purposes: ["record", "verify"], method: "readAloud", givenAt: "2026-08-07T02:50:00.000Z", guardian: "" },
    ...changes,
  };
}

export function makeEmptyDraft(): Draft {
  return emptyDraft({ subjectId: makeId(), unitId: teamUnit, now: "2026-08-07T02:46:00.000Z", place: { kind: "counter", name: "" } });
}

export function makeDraftSubject(changes: Partial<DraftSubject> = {}): DraftSubject {
  return { ...makeEmptyDraft().subject, name: "Nguyễn Văn An", personalNumber: "052095001234", birth: "15/03/1995", sex: "male", ...changes };
}

export function makeDraftDossier(changes: Partial<DraftOutcome> = {}): DraftOutcome {
  return { ...newOutcome(makeId(), "dossierSubmitted"), service: "khai-sinh", dossierCode: "H08.21-260807-0041", ...changes };
}
