import { Download } from "lucide-react";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { ImportProblem } from "@/lib/protocol/imports";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** Rows that could not be read: the first of them here, the others as a file. */
export function UnreadMembers({ id, count, problems }: { readonly id: string; readonly count: number; readonly problems: readonly ImportProblem[] }) {
  if (count === 0) return null;
  return (
    <section className="desk-panel member-unread" aria-labelledby="member-unread">
      <h2 id="member-unread" className="desk-head">{texts.unreadTitle(formatCount(count))}</h2>
      <ul>
        {problems.slice(0, 20).map(({ rowNumber, field, column, text, code }) => (
          <li key={`${rowNumber} ${field}`}>
            <b className="block">{column ? texts.unreadRow(formatCount(rowNumber), column) : texts.unreadRowOnly(formatCount(rowNumber))}</b>
            <span>{[text, refusals[code]].filter(Boolean).join(": ")}</span>
          </li>
        ))}
      </ul>
      <a className={denseButtonClass()} href={`/api/imports/unread?id=${id}`} download><Download aria-hidden size={16} />{texts.download}</a>
    </section>
  );
}
