"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { holdUpdates } from "@/components/phone/use-waiting-update";
import type { Refusal } from "@/lib/domain/refusal";
import type { Phone } from "@/lib/phone/phone";
import { isUntouched, type Draft } from "./draft";
import { rememberUse } from "./last-used";
import type { LoadedForm } from "./load-draft";
import { sessionOfDraft, stepOfField } from "./session-of-draft";

export type RecordForm = {
  readonly draft: Draft;
  change(changes: Partial<Draft>): void;
  /** Sentences to show: those of steps that were left or saved once. */
  readonly problems: readonly Refusal[];
  /** One step on, or to the first field that is in the way. */
  next(): void;
  goTo(step: number): void;
  save(): void;
  park(): void;
  readonly saving: boolean;
  readonly saveProblem: "diskFull" | "storage" | undefined;
  readonly draftKept: boolean | undefined;
};

const lastStep = 2;

/** The record form: what is typed, kept as a draft at each key, and what becomes of it. */
export function useRecordForm(phone: Phone, loaded: LoadedForm, field: string | null): RecordForm {
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => ({ ...loaded.draft, step: field ? stepOfField(field) : loaded.draft.step }));
  const [checkedThrough, setCheckedThrough] = useState(loaded.draft.entryId ? lastStep : -1);
  const [saving, setSaving] = useState(false);
  const [saveProblem, setSaveProblem] = useState<"diskFull" | "storage">();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const keeping = useKeptDraft(phone, loaded.draftKey, draft);

  const noticeVersion = phone.person.getSnapshot().briefing.consentNotice.version;
  const session = sessionOfDraft(draft, { now: phone.now(), noticeVersion });
  const all = [...(session.ok ? [] : session.error), ...refused];
  const problems = all.filter(({ field: path }) => stepOfField(path) <= checkedThrough);

  const change = (changes: Partial<Draft>) => {
    setRefused([]);
    setSaveProblem(undefined);
    setDraft((before) => ({ ...before, ...changes }));
  };
  /** @returns whether nothing up to this step is in the way; otherwise goes there */
  const check = (step: number): boolean => {
    setCheckedThrough((before) => Math.max(before, step));
    const first = all.map(({ field: path }) => stepOfField(path)).filter((place) => place <= step).sort()[0];
    if (first !== undefined && first !== draft.step) setDraft((before) => ({ ...before, step: first }));
    return first === undefined;
  };

  const save = async () => {
    if (!check(lastStep) || !session.ok || saving) return;
    setSaving(true);
    await keeping.settle();
    const { entryId } = draft;
    const saved = entryId
      ? await phone.amendSession(entryId, session.value, loaded.draftKey)
      : await phone.saveSession(session.value, draft.unitId, loaded.draftKey);
    if (!saved.ok) {
      setSaving(false);
      if (saved.error.problem === "refused") return setRefused(saved.error.refusals);
      return setSaveProblem(saved.error.problem);
    }
    keeping.end();
    await rememberUse(phone, loaded.lastUsed, draft);
    router.replace(`/saved?id=${saved.value.entryId}`);
  };

  return {
    draft,
    change,
    problems,
    next: () => check(draft.step) && setDraft((before) => ({ ...before, step: Math.min(before.step + 1, lastStep) })),
    goTo: (step) => setDraft((before) => ({ ...before, step })),
    save: () => void save(),
    park: () => void keeping.settle().then(() => router.replace("/")),
    saving,
    saveProblem,
    draftKept: keeping.kept,
  };
}

const keepAfter = 150;

/** Keeps the draft a moment after each change, and at once when the page goes out of sight. */
function useKeptDraft(phone: Phone, key: string, draft: Draft) {
  const [kept, setKept] = useState<boolean>();
  const latest = useRef({ draft, waiting: false, ended: false });

  const keep = async () => {
    const state = latest.current;
    if (!state.waiting || state.ended) return;
    state.waiting = false;
    setKept((await phone.drafts.save(key, state.draft)).ok);
  };
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });

  useEffect(() => {
    const state = latest.current;
    const changed = state.draft !== draft;
    state.draft = draft;
    if (!changed || isUntouched(draft)) return;
    state.waiting = true;
    const timer = setTimeout(() => void keepNow.current(), keepAfter);
    return () => clearTimeout(timer);
  }, [draft]);

  useEffect(() => {
    const release = holdUpdates();
    const onHide = () => void keepNow.current();
    window.addEventListener("pagehide", onHide);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      onHide();
      release();
      window.removeEventListener("pagehide", onHide);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, []);

  return {
    kept,
    /** Writes what still waits. */
    settle: () => keepNow.current(),
    /** The draft has become an entry: nothing more is kept. */
    end: () => {
      latest.current.ended = true;
    },
  };
}
