import type { ReactNode } from "react";
import { batchDayOf } from "@/lib/domain/evidence/friday-batch";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { BacklogRow } from "@/lib/protocol/evidence";
import { policeTexts } from "@/lib/text/desk-police";
import { formatCount, formatDay } from "@/lib/text/moment";

/** The head of a page of the police: what is open, the oldest, and the batch of this Friday. */
export function PoliceTop({ title, backlog, today, children }: { readonly title: string; readonly backlog: readonly BacklogRow[]; readonly today: LocalDate; readonly children?: ReactNode }) {
  const open = sumOf(backlog, "open");
  const oldest = backlog.map((row) => row.oldest).sort()[0];
  return (
    <header className="desk-top">
      <div>
        <h1 className="desk-title">{title}</h1>
        <p className="desk-dense text-ink-2">
          {[policeTexts.open(formatCount(open)), oldest && policeTexts.oldest(formatDay(oldest)), batchText(backlog, today)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {children}
    </header>
  );
}

/** "đợt thứ Sáu 21/08/2026: còn 38" */
export function batchText(backlog: readonly BacklogRow[], today: LocalDate): string {
  const [day, due] = [formatDate(batchDayOf(today)), sumOf(backlog, "due")];
  return due > 0 ? policeTexts.due(day, formatCount(due)) : policeTexts.dueDone(day);
}

export function sumOf(backlog: readonly BacklogRow[], column: "open" | "due"): number {
  return backlog.reduce((sum, row) => sum + row[column], 0);
}
