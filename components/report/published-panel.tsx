import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { TableDifference } from "@/lib/domain/report/table-differences";
import { formatDate } from "@/lib/domain/time/local-date";
import type { Published, ReportView } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { formatCount, momentText } from "@/lib/text/moment";
import { DifferencesTable } from "./differences-table";
import { reportHref } from "./report-href";

type Props = {
  readonly report: Pick<ReportView, "id" | "point" | "intact" | "snapshot">;
  readonly published: Published;
  /** Where the same days drawn once more say something else; absent while nobody asked. */
  readonly redrawn: readonly TableDifference[] | undefined;
};

/** Who published it when, that it is still the same, and what drawing it once more says. */
export function PublishedPanel({ report: { id, point, intact, snapshot: { corrections } }, published, redrawn }: Props) {
  const day = formatDate(point.asOf);
  const corrected = corrections?.differences ?? [];
  return (
    <>
      <section className="desk-panel report-side">
        <h2 className="desk-head">{reportTexts.publishedState}</h2>
        <p>{reportTexts.published(published.number, momentText(published.at), published.by)}</p>
        <p className="desk-dense text-ink-2">{reportTexts.digest}</p>
        <code className="report-digest">{published.digest}</code>
        <p className={intact ? "text-ok" : "font-semibold text-bad"}>{intact ? reportTexts.intact : reportTexts.broken}</p>
      </section>
      {corrections && corrected.length > 0 && (
        <section className="desk-panel report-side">
          <h2 className="desk-head">{reportTexts.checks.corrections}</h2>
          <p>{reportTexts.checks.correctionsSome(formatCount(corrected.length), corrections.number)}</p>
          <DifferencesTable differences={corrected} most={20} name={reportTexts.checks.corrections} />
        </section>
      )}
      <section className="desk-panel report-side">
        <h2 className="desk-head">{reportTexts.redrawTitle(day)}</h2>
        {redrawn === undefined && <Link prefetch={false} className={denseButtonClass()} href={reportHref(id, true)}>{reportTexts.redraw(day)}</Link>}
        {redrawn?.length === 0 && <p role="status" className="text-ok">{reportTexts.redrawEqual}</p>}
        {redrawn && redrawn.length > 0 && (
          <>
            <p role="status" className="font-semibold text-warn">{reportTexts.redrawDiffers(formatCount(redrawn.length))}</p>
            <DifferencesTable differences={redrawn} most={60} name={reportTexts.redrawTitle(day)} />
          </>
        )}
      </section>
    </>
  );
}
