"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import type { Phone } from "@/lib/phone/phone";
import type { EntryDraft, LoadedEntryForm } from "./load-entry-form";
import type { FormPhase } from "./not-kept";
import { useKeptDraft } from "./use-kept-draft";

export type EntryForm<Draft> = {
  readonly draft: Draft;
  readonly phase: FormPhase;
  readonly goal?: { readonly field: string };
  /** Sentences to show: once it was tried to save, or where something came back. */
  readonly problems: readonly Refusal[];
  readonly draftKept: boolean | undefined;
  readonly amending: boolean;
  readonly untouched: boolean;
  change(changes: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void;
  seek(field: string): void;
  save(): void;
  /** Gives the draft up; an entry that it amends stays as it is. */
  discard(): void;
};

type Rules<Draft> = {
  readonly isUntouched: (draft: Draft) => boolean;
  /** The entry that the form stands for, or everything that keeps it from being one, each at its field. */
  readonly contentOf: (draft: Draft) => Result<EntryContent, readonly Refusal[]>;
  readonly onSaved?: (draft: Draft) => void;
  /** Where it goes on; the receipt, when left out. */
  readonly addressAfter?: (entryId: string, draft: Draft) => string;
  /** Where it goes on when a new draft is given up; home, when left out. */
  readonly addressGivenUp?: string;
};

/** A form on one screen: what is typed, kept as a draft at each key, and what becomes of it. */
export function useEntryForm<Draft extends EntryDraft>(
  phone: Phone,
  loaded: LoadedEntryForm<Draft>,
  field: string | null,
  { isUntouched, contentOf, onSaved, addressAfter, addressGivenUp = "/" }: Rules<Draft>,
): EntryForm<Draft> {
  const router = useRouter();
  const [draft, setDraft] = useState(loaded.draft);
  const [phase, setPhase] = useState<FormPhase>("typing");
  const [goal, setGoal] = useState(field ? { field } : undefined);
  const [checked, setChecked] = useState(draft.entryId !== undefined);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const keeping = useKeptDraft(phone, loaded.draftKey, draft, isUntouched);
  const content = contentOf(draft);
  const problems = [...(content.ok ? [] : content.error), ...refused];

  const stopAt = (found: readonly Refusal[]) => {
    setChecked(true);
    setPhase("typing");
    setGoal({ field: found[0]?.field ?? "" });
  };
  const save = async () => {
    if (phase === "saving") return;
    if (!content.ok) return stopAt(content.error);
    setPhase("saving");
    await keeping.settle();
    const saved = draft.entryId
      ? await phone.amendEntry(draft.entryId, content.value, loaded.draftKey)
      : await phone.saveEntry(content.value, draft.unitId, loaded.draftKey);
    if (saved.ok) {
      keeping.end();
      onSaved?.(draft);
      return router.replace(addressAfter?.(saved.value.entryId, draft) ?? `/saved?id=${saved.value.entryId}`);
    }
    if (saved.error.problem !== "refused") return setPhase(saved.error.problem);
    setRefused(saved.error.refusals);
    stopAt(saved.error.refusals);
  };
  const discard = async () => {
    keeping.end();
    await phone.drafts.remove(loaded.draftKey);
    router.replace(draft.entryId ? `/entry?id=${draft.entryId}` : addressGivenUp);
  };

  return {
    draft,
    phase,
    ...(goal ? { goal } : {}),
    problems: checked && phase !== "saving" ? problems : [],
    draftKept: keeping.kept,
    amending: draft.entryId !== undefined,
    untouched: isUntouched(draft),
    change: (changes) => {
      setPhase((now) => (now === "saving" ? now : "typing"));
      setRefused([]);
      setDraft((before) => ({ ...before, ...(typeof changes === "function" ? changes(before) : changes) }));
    },
    seek: (wanted) => setGoal({ field: wanted }),
    save: () => void save(),
    discard: () => void discard(),
  };
}
