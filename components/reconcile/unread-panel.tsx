import { Download } from "lucide-react";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { ImportDetail } from "@/lib/protocol/imports";
import { reconcileTexts, registerFieldNames } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { unreadHref } from "./reconcile-href";

/** Rows that could not be read: why, how many of each, the first of them, all as a file. */
export function UnreadPanel({ detail: { summary, result, problems }, shown }: { readonly detail: ImportDetail; readonly shown: number }) {
  const { id, unreadCount } = summary;
  if (unreadCount === 0) return null;
  const kept = new Set(problems.map(({ rowNumber }) => rowNumber)).size;
  return (
    <section className="desk-panel import-unread" aria-labelledby="unread">
      <h2 id="unread" className="desk-head">{reconcileTexts.unreadTitle(formatCount(unreadCount))}</h2>
      {result.problems && unreadCount > shown && (
        <ul className="import-reasons">
          {result.problems.map(({ field, code, count }) => (
            <li key={`${field} ${code}`}><b>{formatCount(count)}</b> {`${registerFieldNames[field]}: ${refusals[code]}`}</li>
          ))}
        </ul>
      )}
      <ul>
        {problems.slice(0, shown).map(({ rowNumber, field, column, text, code }) => (
          <li key={`${rowNumber} ${field}`}>
            <b>{column ? reconcileTexts.unreadRow(formatCount(rowNumber), column) : reconcileTexts.unreadRowOnly(formatCount(rowNumber))}</b>
            <span>{[text, refusals[code]].filter(Boolean).join(": ")}</span>
          </li>
        ))}
      </ul>
      {kept > 0 && (
        <a className={denseButtonClass()} href={unreadHref(id)} download>
          <Download aria-hidden size={16} />{kept < unreadCount ? reconcileTexts.downloadFirst(formatCount(kept)) : reconcileTexts.download(formatCount(kept))}
        </a>
      )}
    </section>
  );
}
