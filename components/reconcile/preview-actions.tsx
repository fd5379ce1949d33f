"use client";

import { DenseButton } from "@/components/ui/dense-button";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { RunningImport } from "./running-import";
import { useImportChange } from "./use-import-change";

/** From here on it counts, or nothing stays. */
export function PreviewActions({ id, note }: { readonly id: string; readonly note: string | undefined }) {
  const { busy, problem, change } = useImportChange(id);
  if (busy === "accept") return <RunningImport id={id} />;
  return (
    <div className="import-bar import-decide">
      <p role="status" className={`desk-dense ${problem ? "text-warn" : "text-ink-2"}`}>{problem ?? note}</p>
      <DenseButton className="ml-auto" disabled={busy !== undefined} onClick={() => void change("cancel", "/desk/reconcile/new")}>{reconcileTexts.discard}</DenseButton>
      <DenseButton look="main" disabled={busy !== undefined} onClick={() => void change("accept")}>{reconcileTexts.accept}</DenseButton>
    </div>
  );
}
