import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ChangePoint } from "@/components/report/change-point";
import { ChecksPanel } from "@/components/report/checks-panel";
import { PublishedPanel } from "@/components/report/published-panel";
import { ReportBody } from "@/components/report/report-body";
import { ReportEditor } from "@/components/report/report-editor";
import { paragraphHrefs } from "@/components/report/report-href";
import { ReportTop } from "@/components/report/report-top";
import { denseButtonClass } from "@/components/ui/dense-button";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { reportIdOf } from "@/lib/server/reports/find-report";
import { readReport } from "@/lib/server/reports/read-report";
import { redrawReport } from "@/lib/server/reports/redraw-report";
import { checksOf } from "@/lib/server/reports/report-checks";
import { reportTexts } from "@/lib/text/desk-reports";
import "@/components/report/reports.css";

export const metadata: Metadata = { title: reportTexts.title };

/** A draft to be written, or what was published, to be read; with `redraw` also drawn once more. */
export default async function ReportPage({ searchParams }: PageProps<"/desk/reports/edit">) {
  const { actor } = await requirePerson("/desk/reports");
  const parameters = await searchParams;
  const now = new Date().toISOString();
  const id = reportIdOf(parameters);
  const report = id ? await readReport(actor, id, now) : undefined;
  if (!report) notFound();
  const { snapshot: { data, document, corrections }, published, point, kind, treeOn, compareWith, version } = report;
  const redrawn = published && "redraw" in parameters ? await redrawReport(actor, report.id, now) : undefined;
  return (
    <>
      <ReportTop report={report}>
        <Link className={denseButtonClass()} href="/desk/reports">{reportTexts.back}</Link>
      </ReportTop>
      <div className="report-page">
        {published ? <ReportBody document={document} hrefs={paragraphHrefs(report)} /> : <ReportEditor id={report.id} version={version} paragraphs={data.paragraphs} document={document} isFirst={report.isFirst} hrefs={paragraphHrefs(report)} />}
        <div className="report-beside">
          {published ? (
            <PublishedPanel report={report} published={published} redrawn={redrawn} />
          ) : (
            <>
              <ChecksPanel checks={checksOf(report)} corrections={corrections} />
              <ChangePoint
                id={report.id} version={version} last={addDays(localDateOf(now), -1)}
                point={{ kind, through: point.through, asOf: point.asOf, treeOn, compareWith }}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}
