import { FileText } from "lucide-react";
import type { ImportDetail } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount, momentText } from "@/lib/text/moment";

/** Which file it was, how much of it was read, who brought it. */
export function ImportHead({ detail: { summary, result } }: { readonly detail: ImportDetail }) {
  const { fileName, source, rowCount, unreadCount, layoutName, importedBy, startedAt, acceptedAt } = summary;
  const seconds = Math.round(((result.readMs ?? 0) + (result.matchMs ?? 0)) / 1000);
  const facts = [
    reconcileTexts.readSummary(formatCount(rowCount), formatCount(rowCount - unreadCount)),
    layoutName && reconcileTexts.layoutUsed(layoutName),
    seconds > 0 && reconcileTexts.duration(Math.floor(seconds / 60), seconds % 60),
  ];
  return (
    <section className="desk-panel import-head">
      <FileText aria-hidden size={26} strokeWidth={1.6} />
      <div className="min-w-0">
        <p className="desk-head">{source === "connector" ? reconcileTexts.fromConnector : fileName}</p>
        <p className="desk-dense text-ink-2">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="import-by">
        <p className="desk-dense">{reconcileTexts.importedBy(importedBy, momentText(acceptedAt ?? startedAt))}</p>
        <p className="desk-dense text-ink-2">{reconcileTexts.again}</p>
      </div>
    </section>
  );
}
