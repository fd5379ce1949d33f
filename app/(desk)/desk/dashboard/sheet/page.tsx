import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { dashboardHref } from "@/components/dashboard/dashboard-href";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { SheetView } from "@/components/sheets/sheet-view";
import { PrintButton } from "@/components/ui/print-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { dashboardAsked } from "@/lib/server/reports/dashboard-query";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { unitTable } from "@/lib/server/sheets/units-sheet";
import { sheetTexts } from "@/lib/text/sheets";
import "@/components/sheets/sheets.css";

const texts = sheetTexts.units;
export const metadata: Metadata = { title: texts.sheetTitle };

/** A unit's own page: its numbers against its targets and the period before, to print. */
export default async function UnitSheetPage({ searchParams }: PageProps<"/desk/dashboard/sheet">) {
  const { actor } = await requirePerson("/desk/dashboard/sheet");
  const now = new Date().toISOString();
  const asked = dashboardAsked(actor, await searchParams, now);
  const dashboard = asked && !asked.isNowhere ? await readDashboard(actor, asked.address, now) : undefined;
  if (!asked || !dashboard) notFound();
  const table = unitTable(dashboard);
  const query = { ...asked.address, unit: dashboard.table.unit.id };
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline no-print" prefetch={false} href={dashboardHref(query)}>{texts.back}</Link>
          <h1 className="desk-title">{table.title}</h1>
          {table.about.map((line) => <p key={line} className="desk-caption text-ink-2">{line}</p>)}
        </div>
        <div className="sheet-tools">
          <SheetLinks sheet="units" query={query} formats={["xlsx", "docx"]} />
          <PrintButton>{texts.print}</PrintButton>
        </div>
      </header>
      <div className="sheet-page">
        <SheetView table={table} />
      </div>
    </>
  );
}
