import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BeginReport } from "@/components/report/begin-report";
import { ReportList } from "@/components/report/report-list";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { reportUnits } from "@/lib/server/reports/find-report-unit";
import { listReports } from "@/lib/server/reports/read-report";
import { reportTexts } from "@/lib/text/desk-reports";
import "@/components/report/reports.css";

export const metadata: Metadata = { title: reportTexts.title };

export default async function ReportsPage() {
  const { actor } = await requirePerson("/desk/reports");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  if (reportUnits(actor, today).length === 0) notFound();
  const mayWrite = keepsRegisters(actor, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{reportTexts.title}</h1>
          <p className="desk-caption text-ink-2">{mayWrite ? reportTexts.about : reportTexts.aboutReader}</p>
        </div>
      </header>
      <div className="reports">
        {mayWrite && <BeginReport last={addDays(today, -1)} />}
        <ReportList reports={await listReports(actor, now)} />
      </div>
    </>
  );
}
