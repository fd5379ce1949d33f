import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatBytes, formatCount } from "@/lib/text/moment";
import { useImportState } from "./use-import-state";
import type { Reading } from "./use-new-import";

/** How much of the file is read. Nothing counts yet, and stopping leaves nothing. */
export function ReadingPanel({ reading: { id, sent, of }, onStop }: { readonly reading: Reading; readonly onStop: () => Promise<void> }) {
  const { state, seconds = 0 } = useImportState(id, true) ?? {};
  const [stopping, setStopping] = useState(false);
  const rows = state?.rowCount ?? 0;
  return (
    <section className="desk-panel import-run" aria-live="polite">
      <h2 className="desk-head">{reconcileTexts.reading}</h2>
      <progress max={of} value={sent} aria-label={reconcileTexts.reading} />
      <p className="desk-body tabular-nums">
        {reconcileTexts.rows(formatCount(rows))}
        <span className="text-ink-2">{` · ${reconcileTexts.bytes(formatBytes(sent), formatBytes(of))}`}{seconds >= 1 && rows > 0 && ` · ${reconcileTexts.rate(formatCount(Math.round(rows / seconds)))}`}</span>
      </p>
      <p className="desk-dense text-ink-2">{reconcileTexts.readingHint}</p>
      <DenseButton disabled={stopping} onClick={() => { setStopping(true); void onStop(); }}>{stopping ? reconcileTexts.stopping : reconcileTexts.stop}</DenseButton>
    </section>
  );
}
