import { targetOf } from "@/lib/domain/report/findings";
import { isRatio, type RatioIndicator } from "@/lib/domain/report/report-table";
import { wholePercent } from "@/lib/domain/report/percent";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { valueWords } from "./number-words";
import { pathAt } from "./pace";
import { YearLine } from "./year-line";
import { yearPoints } from "./year-points";
import { YearTable } from "./year-table";

/** The year as a line against the straight path to the target; the difference stands in words. */
export function YearPanel({ dashboard }: { readonly dashboard: Dashboard }) {
  const { indicator, table } = dashboard;
  return (
    <section className="desk-panel year-panel" aria-labelledby="year-head">
      <header className="panel-head">
        <h2 id="year-head" className="desk-head">{`${dashboardTexts.year(table.point.through.slice(0, 4))}: ${reportIndicatorNames[indicator].short}`}</h2>
        <p className="desk-dense">{isRatio(indicator) ? <ShareWords dashboard={dashboard} indicator={indicator} /> : <CountWords dashboard={dashboard} />}</p>
      </header>
      <YearLine dashboard={dashboard} />
      <YearTable dashboard={dashboard} />
    </section>
  );
}

function CountWords({ dashboard }: { readonly dashboard: Dashboard }) {
  // Of the year, whatever part of it the window is.
  const matched = yearPoints(dashboard).at(-1)?.sums.matched ?? 0;
  const path = pathAt(dashboard, dashboard.indicator);
  return <><b>{`${dashboardTexts.matched} ${formatCount(matched)}`}</b>{`, ${path === undefined ? dashboardTexts.noPath : differenceWords(matched - Math.round(path))}`}</>;
}

function ShareWords({ dashboard: { table }, indicator }: { readonly dashboard: Dashboard; readonly indicator: RatioIndicator }) {
  const ratio = table.total.cells.ratios[indicator];
  const [percent, target] = [ratio && wholePercent(ratio), targetOf(table.total, indicator)];
  return <><b>{valueWords(ratio)}</b>{percent === undefined || target === undefined ? "" : `, ${pointsWords(percent - target)}`}</>;
}

function differenceWords(difference: number): string {
  if (difference === 0) return dashboardTexts.onPath;
  return difference < 0 ? dashboardTexts.behindPath(formatCount(-difference)) : dashboardTexts.aheadOfPath(formatCount(difference));
}

function pointsWords(points: number): string {
  if (points === 0) return dashboardTexts.atTarget;
  return points < 0 ? dashboardTexts.belowTarget(formatCount(-points)) : dashboardTexts.aboveTarget(formatCount(points));
}
