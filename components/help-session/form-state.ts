import type { FormPhase } from "@/components/phone/form/not-kept";
import type { Refusal } from "@/lib/domain/refusal";
import type { SaveProblem } from "@/lib/phone/entries/saved";
import type { Draft } from "./draft";

/** Nobody's consent is asked for an organisation's data: it is saved one step earlier. */
export function lastStepOf({ subject }: Pick<Draft, "subject">): number {
  return subject.kind === "organisation" ? 1 : 2;
}

/** The record form between two keys. */
export type FormState = {
  readonly draft: Draft;
  /** Steps up to this one were left or saved once: what is wrong there is said. */
  readonly checkedThrough: number;
  readonly phase: FormPhase;
  /** What the phone itself refused; gone with the next key. */
  readonly refused: readonly Refusal[];
  /** Where the focus goes next: a new object each time it is asked for. */
  readonly goal?: { readonly field: string };
};

/** `problems` are those of the draft as it is, see `sessionOfDraft`. */
export type FormEvent =
  | { readonly type: "typed"; readonly changes: Partial<Draft> }
  | { readonly type: "went"; readonly step: number }
  | { readonly type: "sought"; readonly field: string }
  | { readonly type: "nextAsked"; readonly problems: readonly Refusal[] }
  | { readonly type: "saveAsked"; readonly problems: readonly Refusal[] }
  | { readonly type: "notSaved"; readonly problem: SaveProblem };

/** @param field where to start, when something came back */
export function openForm(draft: Draft, field: string | null): FormState {
  const last = lastStepOf(draft);
  return {
    draft: { ...draft, step: field ? stepOfField(field, last) : Math.min(draft.step, last) },
    checkedThrough: draft.entryId ? last : -1,
    phase: "typing",
    refused: [],
    ...(field ? { goal: { field } } : {}),
  };
}

export function formReducer(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case "typed":
      return { ...state, phase: "typing", refused: [], draft: { ...state.draft, ...event.changes } };
    case "went":
      return atStep(state, event.step);
    case "sought":
      return atField(state, event.field);
    case "nextAsked":
      return stoppedBy(event.problems, state, state.draft.step) ?? atStep(checked(state, state.draft.step), Math.min(state.draft.step + 1, lastStepOf(state.draft)));
    case "saveAsked":
      return stoppedBy(event.problems, state, lastStepOf(state.draft)) ?? { ...checked(state, lastStepOf(state.draft)), phase: "saving" };
    case "notSaved":
      return notSaved(state, event.problem);
  }
}

/** Of all that is in the way, what is said by now. */
export function shownProblems({ refused, checkedThrough, draft }: FormState, problems: readonly Refusal[]): Refusal[] {
  return [...problems, ...refused].filter(({ field }) => stepOfField(field, lastStepOf(draft)) <= checkedThrough);
}

/** The step of the form on which a field stands. */
function stepOfField(field: string | undefined, last: number): number {
  if (field?.startsWith("subject")) return 0;
  return field?.startsWith("consent") || field === "duplicateReason" ? last : 1;
}

function notSaved(state: FormState, problem: SaveProblem): FormState {
  if (problem.problem !== "refused") return { ...state, phase: problem.problem };
  const refused: FormState = { ...state, phase: "typing", refused: problem.refusals };
  return stoppedBy(problem.refusals, refused, lastStepOf(state.draft)) ?? refused;
}

/** The form at the first problem up to a step; undefined when there is none. */
function stoppedBy(problems: readonly Refusal[], state: FormState, step: number): FormState | undefined {
  const stepOf = ({ field }: Refusal) => stepOfField(field, lastStepOf(state.draft));
  const first = problems
    .filter((problem) => stepOf(problem) <= step)
    .reduce<Refusal | undefined>((found, one) => (found && stepOf(found) <= stepOf(one) ? found : one), undefined);
  return first && atField(checked(state, step), first.field ?? "");
}

function checked(state: FormState, step: number): FormState {
  return { ...state, checkedThrough: Math.max(state.checkedThrough, step) };
}

function atStep(state: FormState, step: number): FormState {
  return { ...state, draft: { ...state.draft, step } };
}

function atField(state: FormState, field: string): FormState {
  return { ...atStep(state, stepOfField(field, lastStepOf(state.draft))), goal: { field } };
}
