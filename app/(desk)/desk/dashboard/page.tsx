import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ProvisionalPattern } from "@/components/dashboard/bullet";
import { BulletsPanel } from "@/components/dashboard/bullets-panel";
import { DashboardHead } from "@/components/dashboard/dashboard-head";
import { HonestNumbers, isProvisional } from "@/components/dashboard/honest-numbers";
import { IndicatorTable } from "@/components/dashboard/indicator-table";
import { Movers } from "@/components/dashboard/movers";
import { OrganisationsTable } from "@/components/dashboard/organisations-table";
import { UnitsTable } from "@/components/dashboard/units-table";
import { YearPanel } from "@/components/dashboard/year-panel";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { UnitSheetLink } from "@/components/sheets/unit-sheet-link";
import { requirePerson } from "@/lib/server/auth/current-person";
import { dashboardAsked } from "@/lib/server/reports/dashboard-query";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import "@/components/dashboard/dashboard.css";

export const metadata: Metadata = { title: dashboardTexts.title };

export default async function DashboardPage({ searchParams }: PageProps<"/desk/dashboard">) {
  const { actor } = await requirePerson("/desk/dashboard");
  const now = new Date().toISOString();
  const asked = dashboardAsked(actor, await searchParams, now);
  if (!asked) redirect("/desk");
  const { address, days, today } = asked;
  const dashboard = asked.isNowhere ? undefined : await readDashboard(actor, address, now);
  if (!dashboard) notFound();
  return (
    <>
      <ProvisionalPattern />
      <DashboardHead dashboard={dashboard} address={address} days={days} today={today}>
        <SheetLinks sheet="units" query={{ ...address, unit: dashboard.table.unit.id }} formats={["xlsx", "docx"]} />
        <UnitSheetLink address={{ ...address, unit: dashboard.table.unit.id }} />
      </DashboardHead>
      <div className="numbers">
        {asked.isWrong && <p role="alert" className="desk-dense text-warn">{dashboardTexts.window.wrong}</p>}
        <HonestNumbers dashboard={dashboard} />
        <div className="two-panels">
          <BulletsPanel dashboard={dashboard} address={address} />
          <div className="right-panels">
            <YearPanel dashboard={dashboard} />
            <Movers dashboard={dashboard} address={address} />
          </div>
        </div>
        <UnitsTable dashboard={dashboard} address={address} />
        <OrganisationsTable dashboard={dashboard} address={address} />
        <IndicatorTable dashboard={dashboard} />
        {isProvisional(dashboard) && <p className="desk-caption text-ink-2">{dashboardTexts.provisionalNote}</p>}
      </div>
    </>
  );
}
