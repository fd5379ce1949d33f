import type { ReactNode } from "react";
import { PrintButton } from "@/components/ui/print-button";
import { formatDate, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress, DashboardDays } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import { UnitTrail } from "./unit-trail";
import { WindowForm } from "./window-form";

type Props = {
  readonly dashboard: Dashboard;
  readonly address: DashboardAddress;
  readonly days: DashboardDays;
  readonly today: LocalDate;
  /** What else one can do with the numbers. */
  readonly children: ReactNode;
};

/** Whose numbers, of which days, and how old they are. */
export function DashboardHead({ dashboard, address, days, today, children }: Props) {
  const { table, parents } = dashboard;
  return (
    <header className="desk-top">
      <div>
        <UnitTrail parents={parents} address={address} />
        <h1 className="desk-title">{`${dashboardTexts.title}: ${table.unit.name}`}</h1>
        <p className="desk-caption text-ink-2">{knownWords(dashboard)}</p>
      </div>
      <WindowForm unitId={table.unit.id} address={address} days={days} today={today} />
      <div className="head-actions">
        {children}
        <PrintButton>{dashboardTexts.print}</PrintButton>
      </div>
    </header>
  );
}

/** The moment of looking, and the day of the last decision where that is another one. */
function knownWords({ table: { point }, closedAsOf, now }: Dashboard): string {
  const looked = dashboardTexts.asOf(formatTimeOfDay(now), formatDay(now));
  if (closedAsOf && closedAsOf === point.asOf) return `${looked}, ${dashboardTexts.closed(formatDate(closedAsOf))}`;
  return point.asOf < localDateOf(now) ? `${looked}, ${dashboardTexts.decidedUntil(formatDate(point.asOf))}` : looked;
}
