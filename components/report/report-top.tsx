import Link from "next/link";
import type { ReactNode } from "react";
import { denseButtonClass } from "@/components/ui/dense-button";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ReportView } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { periodName } from "./period-name";
import { annexHref, fileHref } from "./report-href";

/** What is open, and the ways to its annexes and files. */
export function ReportTop({ report, children }: { readonly report: ReportView; readonly children: ReactNode }) {
  const { id, point, treeOn, published, snapshot: { data: { table } } } = report;
  const said = [
    reportTexts.known(formatDate(point.asOf)),
    ...(treeOn === point.through ? [] : [reportTexts.tree(formatDate(treeOn))]),
    ...(table.previousPoint ? [reportTexts.compared(formatDate(table.previousPoint.through))] : []),
  ];
  return (
    <header className="desk-top">
      <div>
        <h1 className="desk-title">
          {periodName(report)} {!published && <span className="report-state">{reportTexts.draft}</span>}
        </h1>
        <p className="desk-caption text-ink-2">{said.join(", ")}</p>
      </div>
      <nav aria-label={reportTexts.files} className="report-links">
        {([1, 2] as const).map((number) => <Link key={number} prefetch={false} className={denseButtonClass()} href={annexHref(id, number)}>{reportTexts.annex(number)}</Link>)}
        <a className={denseButtonClass()} href={fileHref(id, "docx")} download>{reportTexts.docx}</a>
        <a className={denseButtonClass()} href={fileHref(id, "xlsx")} download>{reportTexts.xlsx}</a>
        {children}
      </nav>
    </header>
  );
}
