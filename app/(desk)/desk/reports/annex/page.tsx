import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnnexSheet } from "@/components/report/annex-sheet";
import { periodName } from "@/components/report/period-name";
import { annexHref, reportHref } from "@/components/report/report-href";
import { ZoomChoice, zooms } from "@/components/report/zoom-choice";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { reportIdOf } from "@/lib/server/reports/find-report";
import { readReport } from "@/lib/server/reports/read-report";
import { reportTexts } from "@/lib/text/desk-reports";
import "@/components/report/reports.css";

export const metadata: Metadata = { title: reportTexts.title };

/** An annex as printed; `no` says which one. */
export default async function AnnexPage({ searchParams }: PageProps<"/desk/reports/annex">) {
  const { actor } = await requirePerson("/desk/reports");
  const parameters = await searchParams;
  const id = reportIdOf(parameters);
  const report = id ? await readReport(actor, id, new Date().toISOString()) : undefined;
  const number = parameters.no === "2" ? 2 : 1;
  const annex = report?.snapshot.document.annexes.find(({ key }) => key === `annex${number}`);
  if (!report || !annex) notFound();
  const zoom = zooms.find((one) => one === parameters.zoom) ?? "normal";
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{annex.label}</h1>
          <p className="desk-caption text-ink-2">{periodName(report)}</p>
        </div>
        <nav aria-label={reportTexts.annexes} className="report-links">
          <Link prefetch={false} className={denseButtonClass()} href={annexHref(report.id, number === 1 ? 2 : 1)}>{reportTexts.annex(number === 1 ? 2 : 1)}</Link>
          <Link prefetch={false} className={denseButtonClass()} href={reportHref(report.id)}>{reportTexts.toReport}</Link>
        </nav>
        <ZoomChoice zoom={zoom} hrefOf={(one) => `${annexHref(report.id, number)}&zoom=${one}`} />
      </header>
      <div className="annex-page" data-zoom={zoom} role="region" aria-label={annex.label} tabIndex={0}>
        <AnnexSheet report={report} annex={annex} />
      </div>
    </>
  );
}
