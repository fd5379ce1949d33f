"use client";
import { useRouter } from "next/navigation";
import { useReducer } from "react";
import { useKeptDraft } from "@/components/phone/form/use-kept-draft";
import { useLive } from "@/components/ui/use-live";
import { findDuplicates } from "@/lib/domain/entry/duplicates";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { Refusal } from "@/lib/domain/refusal";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { isUntouched, type Draft } from "./draft";
import { formReducer, lastStepOf, openForm, shownProblems, type FormState } from "./form-state";
import { rememberUse } from "./last-used";
import type { LoadedForm } from "./load-draft";
import { duplicateKeysOfDraft, sessionOfDraft } from "./session-of-draft";
import { useStepHistory } from "./use-step-history";

export type RecordForm = Pick<FormState, "draft" | "phase" | "goal"> & {
  change(changes: Partial<Draft>): void;
  /** Sentences to show: those of steps that were left or saved once. */
  readonly problems: readonly Refusal[];
  /** Own entries that may be the same, at the step that saves. */
  readonly duplicates: readonly EntrySummary[];
  /** One step on, or to the first field that is in the way. */
  next(): void;
  goTo(step: number): void;
  seek(field: string): void;
  save(): void;
  park(): void;
  /** Gives the draft up; an entry that it amends stays as it is. */
  discard(): void;
  readonly draftKept: boolean | undefined;
};

/** The record form: what is typed, kept as a draft at each key, and what becomes of it. */
export function useRecordForm(phone: Phone, loaded: LoadedForm, field: string | null): RecordForm {
  const router = useRouter();
  const [state, dispatch] = useReducer(formReducer, undefined, () => openForm(loaded.draft, field));
  const { draft, phase, goal } = state;
  const keeping = useKeptDraft(phone, loaded.draftKey, draft, isUntouched);
  const goTo = (step: number) => dispatch({ type: "went", step });
  const { leave } = useStepHistory(draft.step, goTo);

  const noticeVersion = phone.person.getSnapshot().briefing.consentNotice.version;
  const session = sessionOfDraft(draft, { now: phone.now(), noticeVersion });
  const entries = useLive(phone.entries);
  const duplicates = draft.step === lastStepOf(draft) ? findDuplicates(duplicateKeysOfDraft(draft), entries, draft.entryId) : [];
  const unexplained = duplicates.length > 0 && !draft.duplicateReason;
  const problems: readonly Refusal[] = [...(session.ok ? [] : session.error), ...(unexplained ? [duplicateReasonMissing] : [])];

  const leaveFor = async (address: string) => {
    await leave();
    router.replace(address);
  };
  const save = async () => {
    if (phase === "saving") return;
    dispatch({ type: "saveAsked", problems });
    if (!session.ok || unexplained) return;
    await keeping.settle();
    const saved = draft.entryId
      ? await phone.amendEntry(draft.entryId, session.value, loaded.draftKey)
      : await phone.saveEntry(duplicates.length > 0 ? session.value : withoutReason(session.value), draft.unitId, loaded.draftKey);
    if (!saved.ok) return dispatch({ type: "notSaved", problem: saved.error });
    keeping.end();
    void rememberUse(phone, loaded.lastUsed, draft);
    await leaveFor(`/saved?id=${saved.value.entryId}`);
  };
  const discard = async () => {
    keeping.end();
    await phone.drafts.remove(loaded.draftKey);
    await leaveFor(draft.entryId ? `/entry?id=${draft.entryId}` : "/");
  };

  return {
    draft,
    phase,
    ...(goal ? { goal } : {}),
    change: (changes) => dispatch({ type: "typed", changes }),
    problems: shownProblems(state, problems),
    duplicates,
    next: () => dispatch({ type: "nextAsked", problems }),
    goTo,
    seek: (wanted) => dispatch({ type: "sought", field: wanted }),
    save: () => void save(),
    park: () => void keeping.settle().then(() => leaveFor("/")),
    discard: () => void discard(),
    draftKept: keeping.kept,
  };
}

const duplicateReasonMissing: Refusal = { code: "duplicateReasonMissing", field: "duplicateReason" };

/** It was given for another that has gone, or for a number that has been corrected since. */
function withoutReason({ duplicateReason: _reason, ...session }: HelpSession): HelpSession {
  return session;
}
