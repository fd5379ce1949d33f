import { describe, expect, it } from "vitest";
import { formReducer, lastStepOf, openForm, shownProblems, type FormEvent, type FormState } from "@/components/help-session/form-state";
import type { Refusal } from "@/lib/domain/refusal";
import { makeId } from "@/tests/factories/help-session";
import { makeDraft, makeDraftSubject } from "./make-draft";

const nameMissing: Refusal = { code: "required", field: "subject.name" };
const codeWrong: Refusal = { code: "dossierCodeMalformed", field: "outcomes.0.dossierCode" };
const consentMissing: Refusal = { code: "consentMissing", field: "consent.purposes" };

const fresh = openForm(makeDraft(), null);

function after(state: FormState, ...events: readonly FormEvent[]): FormState {
  return events.reduce(formReducer, state);
}

describe("going on", () => {
  it("leads to the next question when nothing of this one is in the way", () => {
    const state = after(fresh, { type: "nextAsked", problems: [codeWrong, consentMissing] });
    expect(state.draft.step).toBe(1);
    expect(state.goal).toBeUndefined();
    expect(shownProblems(state, [codeWrong, consentMissing])).toEqual([]);
  });

  it("stops at the first field that is in the way, and says what is wrong up to there", () => {
    const problems = [codeWrong, nameMissing, consentMissing];
    const state = after(fresh, { type: "nextAsked", problems });
    expect(state.draft.step).toBe(0);
    expect(state.goal).toEqual({ field: "subject.name" });
    expect(shownProblems(state, problems)).toEqual([nameMissing]);
  });

  it("asks for the field anew each time, so that the focus moves again", () => {
    const once = after(fresh, { type: "nextAsked", problems: [nameMissing] });
    const twice = after(once, { type: "nextAsked", problems: [nameMissing] });
    expect(twice.goal).toEqual(once.goal);
    expect(twice.goal).not.toBe(once.goal);
  });

  it("goes back to an earlier question when a later answer needs more of it", () => {
    const numberMissing: Refusal = { code: "required", field: "subject.personalNumber" };
    const state = after(fresh, { type: "nextAsked", problems: [] }, { type: "nextAsked", problems: [numberMissing] });
    expect(state.draft.step).toBe(0);
    expect(state.goal).toEqual({ field: "subject.personalNumber" });
    expect(shownProblems(state, [numberMissing])).toEqual([numberMissing]);
  });

  it("ends at the last question", () => {
    const asked: FormEvent = { type: "nextAsked", problems: [] };
    expect(after(fresh, asked, asked, asked, asked).draft.step).toBe(2);
  });
});

describe("saving", () => {
  it("waits for the phone when nothing is in the way", () => {
    expect(after(fresh, { type: "saveAsked", problems: [] })).toMatchObject({ phase: "saving", draft: fresh.draft });
  });

  it("does not begin while something is in the way", () => {
    const state = after(fresh, { type: "went", step: 2 }, { type: "saveAsked", problems: [consentMissing, codeWrong] });
    expect(state).toMatchObject({ phase: "typing", draft: { step: 1 }, goal: { field: "outcomes.0.dossierCode" } });
    expect(shownProblems(state, [consentMissing, codeWrong])).toHaveLength(2);
  });

  it.each(["diskFull", "storage"] as const)("leaves the form filled when the phone could not write (%s), until the next key", (problem) => {
    const state = after(fresh, { type: "saveAsked", problems: [] }, { type: "notSaved", problem: { problem } });
    expect(state).toMatchObject({ phase: problem, draft: fresh.draft });
    expect(after(state, { type: "typed", changes: {} }).phase).toBe("typing");
  });

  it("shows what the phone refused at its field, until the next key", () => {
    const state = after(fresh, { type: "saveAsked", problems: [] }, { type: "notSaved", problem: { problem: "refused", refusals: [codeWrong] } });
    expect(state).toMatchObject({ phase: "typing", draft: { step: 1 }, goal: { field: codeWrong.field } });
    expect(shownProblems(state, [])).toEqual([codeWrong]);
    const typed = after(state, { type: "typed", changes: { subject: makeDraftSubject() } });
    expect(shownProblems(typed, [])).toEqual([]);
  });

  it("shows a refusal of the whole entry in the summary", () => {
    const versionConflict: Refusal = { code: "versionConflict" };
    const state = after(fresh, { type: "notSaved", problem: { problem: "refused", refusals: [versionConflict] } });
    expect(shownProblems(state, [])).toEqual([versionConflict]);
    expect(state.goal).toEqual({ field: "" });
  });
});

describe("an entry that came back", () => {
  const draft = makeDraft({ entryId: makeId() });

  it.each([
    ["subject.birth", 0],
    ["outcomes.0.dossierCode", 1],
    ["place", 1],
    ["happenedAt", 1],
    ["consent.purposes", 2],
  ])("opens at %s", (field, step) => {
    expect(openForm(draft, field)).toMatchObject({ draft: { step }, goal: { field } });
  });

  it("says at once what is wrong with it, wherever that is", () => {
    expect(shownProblems(openForm(draft, null), [consentMissing])).toEqual([consentMissing]);
  });
});

it("finds its way to a field that the summary names", () => {
  expect(after(fresh, { type: "sought", field: "consent.guardian" })).toMatchObject({ draft: { step: 2 }, goal: { field: "consent.guardian" } });
});

describe("an organisation's form", () => {
  const organisation = makeDraft({ subject: makeDraftSubject({ kind: "organisation" }), step: 1 });

  it("is saved one step earlier: nobody's consent is asked", () => {
    expect(lastStepOf(organisation)).toBe(1);
    expect(after(openForm(organisation, null), { type: "nextAsked", problems: [] }).draft.step).toBe(1);
    expect(openForm({ ...organisation, step: 2 }, null).draft.step).toBe(1);
  });

  it("asks there why it is recorded again", () => {
    const again: Refusal = { code: "duplicateReasonMissing", field: "duplicateReason" };
    const state = after(openForm(organisation, null), { type: "saveAsked", problems: [again] });
    expect(state).toMatchObject({ draft: { step: 1 }, goal: { field: "duplicateReason" } });
    expect(shownProblems(state, [again])).toEqual([again]);
  });
});

it("asks a citizen's form why it is recorded again where it is saved", () => {
  const again: Refusal = { code: "duplicateReasonMissing", field: "duplicateReason" };
  const state = after(fresh, { type: "went", step: 2 }, { type: "saveAsked", problems: [again] });
  expect(state).toMatchObject({ draft: { step: 2 }, phase: "typing", goal: { field: "duplicateReason" } });
});
