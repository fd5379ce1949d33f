"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import { TargetsChanged, type TargetGrid, type TargetRow } from "@/lib/protocol/targets";
import { sendChange } from "@/lib/protocol/send-change";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { changesIn, withDraft, withoutDraft, type Draft, type Drafts } from "./target-drafts";

type Notice = { readonly kind: "done" | "trouble"; readonly text: string };

/** What is typed into the grid, until it is saved as one change. What was saved stays typed until the page shows it. */
export function useTargetDrafts({ unit, children, year }: TargetGrid) {
  const router = useRouter();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [isSending, setSending] = useState(false);
  const [isShowing, show] = useTransition();
  const [notice, setNotice] = useState<Notice>();
  // The same change sent again, where nobody knows whether it arrived, is the same one.
  const id = useRef<string>(undefined);
  const { changes, wrongCount } = changesIn([unit, ...children], drafts);
  const isDirty = changes.length + wrongCount > 0;

  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);

  const edit = useCallback((change: (drafts: Drafts) => Drafts) => {
    id.current = undefined;
    setNotice(undefined);
    setDrafts(change);
  }, []);
  const type = useCallback((row: TargetRow, indicator: ReportIndicator, text: Draft["text"]) => edit((before) => withDraft(before, row, indicator, text)), [edit]);
  const forget = useCallback((row: TargetRow, indicator: ReportIndicator) => edit((before) => withoutDraft(before, row, indicator)), [edit]);
  const save = async () => {
    setSending(true);
    setNotice(undefined);
    id.current ??= crypto.randomUUID();
    const answer = await sendChange((url, init) => fetch(url, init), "/api/targets", { action: "set", id: id.current, year, origin: "hand", changes }, TargetsChanged);
    setSending(false);
    if (answer.ok || answer.error.code === "targetChangedSince") {
      id.current = undefined;
      show(() => router.refresh());
    }
    // The refusal's field names the cell.
    if (!answer.ok && answer.error.field) document.getElementById(answer.error.field.replace(" ", "-"))?.focus();
    if (!answer.ok) return setNotice({ kind: "trouble", text: answer.error.code ? refusals[answer.error.code] : targetTexts.unreachable });
    const { changedCount } = answer.value;
    setNotice({ kind: "done", text: changedCount > 0 ? targetTexts.saved(formatCount(changedCount)) : targetTexts.savedNothing });
  };
  return {
    drafts, notice, wrongCount, changedCount: changes.length, busy: isSending || isShowing, isDirty, save, type, forget,
    typeMany: (cells: readonly (readonly [TargetRow, ReportIndicator, Draft["text"]])[]) =>
      edit((before) => cells.reduce((after, [row, indicator, text]) => withDraft(after, row, indicator, text), before)),
    reset: () => edit(() => ({})),
  };
}
