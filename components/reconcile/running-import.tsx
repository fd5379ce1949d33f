"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import { useImportChange } from "./use-import-change";
import { useImportState } from "./use-import-state";

/** What an import is doing, whoever started it; the page is made anew once it does nothing any more. */
export function RunningImport({ id, silent = false, waitsForFile = false }: { readonly id: string; readonly silent?: boolean; readonly waitsForFile?: boolean }) {
  const router = useRouter();
  const state = useImportState(id, !silent)?.state;
  const { busy, problem, change } = useImportChange(id);
  const isReading = waitsForFile || silent || state?.status === "reading";
  const isOver = state !== undefined && state.phase === undefined && (state.status === "accepted" || state.status === "failed" || (state.status === "ready" && waitsForFile));
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);
  return (
    <section className="desk-panel import-run" aria-live="polite">
      <h2 className="desk-head">{silent ? reconcileTexts.silent : reconcileTexts.phases[state?.phase ?? (isReading ? "reading" : "waiting")]}</h2>
      {!silent && <progress aria-label={reconcileTexts.steps.run} />}
      {isReading && state && <p className="desk-body tabular-nums">{reconcileTexts.rows(formatCount(state.rowCount))}</p>}
      {!silent && <p className="desk-dense text-ink-2">{isReading ? reconcileTexts.readingHint : reconcileTexts.runHint}</p>}
      {isReading && <DenseButton disabled={busy !== undefined} onClick={() => void change("cancel")}>{reconcileTexts.discard}</DenseButton>}
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
    </section>
  );
}
