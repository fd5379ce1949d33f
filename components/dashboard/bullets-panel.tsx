import Link from "next/link";
import { numberOf, targetOf } from "@/lib/domain/report/findings";
import { isRatio, reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { achievedOf } from "@/lib/domain/report/unit-rows";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { Bullet } from "./bullet";
import { BulletLegend } from "./bullet-legend";
import { dashboardHref } from "./dashboard-href";
import { isProvisional } from "./honest-numbers";
import { achievedWords, targetWords, valueWords } from "./number-words";
import { paceOf } from "./pace";
import { ValueLink } from "./value-link";
import { before } from "./with-days";

type Props = { readonly dashboard: Dashboard; readonly address: DashboardAddress };

/** All indicators against their targets on one scale; one of them is what the rest of the page speaks of. */
export function BulletsPanel({ dashboard, address }: Props) {
  const asked = reportIndicators.filter((indicator) => indicator === dashboard.indicator || isSaid(dashboard, indicator));
  return (
    <TablePanel title={dashboardTexts.bullets} aside={<BulletLegend pace provisional={isProvisional(dashboard)} />} className="bullets">
      <TableHead columns={[
        dashboardTexts.indicator, dashboardTexts.againstTarget, { number: dashboardTexts.reached },
        { number: dashboardTexts.percent }, dashboard.table.previousPoint && { number: dashboardTexts.before },
      ]} />
      <tbody>
        {asked.map((indicator) => <BulletRow key={indicator} dashboard={dashboard} address={address} indicator={indicator} />)}
      </tbody>
    </TablePanel>
  );
}

function BulletRow({ dashboard, address, indicator }: Props & { readonly indicator: ReportIndicator }) {
  const { total } = dashboard.table;
  const { number, short } = reportIndicatorNames[indicator];
  const [value, target] = [numberOf(total, indicator), targetOf(total, indicator)];
  const isChosen = indicator === dashboard.indicator;
  return (
    <tr className={isChosen ? "chosen" : undefined}>
      <th scope="row" className="row-name">
        <Link prefetch={false} href={dashboardHref({ ...address, indicator })} aria-label={dashboardTexts.pick(`${number}. ${short}`)} aria-current={isChosen ? "true" : undefined}>
          {`${number}. ${short}`}
        </Link>
      </th>
      <td className="bullet-cell"><IndicatorBullet dashboard={dashboard} indicator={indicator} /></td>
      <td className="num reached"><ValueLink dashboard={dashboard} indicator={indicator} value={value} />{target !== undefined && ` / ${targetWords(target, indicator)}`}</td>
      <td className={target === undefined ? "num text-ink-2" : "num font-semibold"}>{target === undefined ? dashboardTexts.noTarget : achievedWords(value, target)}</td>
      {dashboard.table.previousPoint && <td className="num text-ink-2"><ValueBefore dashboard={dashboard} indicator={indicator} /></td>}
    </tr>
  );
}

function IndicatorBullet({ dashboard, indicator }: { readonly dashboard: Dashboard; readonly indicator: ReportIndicator }) {
  const { total } = dashboard.table;
  const { short } = reportIndicatorNames[indicator];
  const [value, target] = [numberOf(total, indicator), targetOf(total, indicator)];
  const achieved = achievedOf(value, target);
  if (target === undefined || achieved === undefined) return null;
  const goal = targetWords(target, indicator);
  if (isRatio(indicator)) return <Bullet label={dashboardTexts.shareChart(short, valueWords(value), goal)} matched={achieved} provisional={isProvisional(dashboard)} />;
  const { recorded, confirmed, matched } = total.cells.counts[indicator];
  return (
    <Bullet
      label={dashboardTexts.chart(short, formatCount(recorded), formatCount(confirmed), formatCount(matched), goal)}
      recorded={recorded / target} confirmed={confirmed / target} matched={matched / target}
      pace={paceOf(dashboard, indicator)}
      provisional={isProvisional(dashboard)}
    />
  );
}

/** Of the period that is compared with; a dash where there was nothing to have a share of, or nobody knows. */
function ValueBefore({ dashboard, indicator }: { readonly dashboard: Dashboard; readonly indicator: ReportIndicator }) {
  const { total } = dashboard.table;
  const value = total.previous && numberOf({ ...total, cells: total.previous }, indicator);
  if (value === undefined || (typeof value === "object" && value.whole === 0)) return "–";
  return <ValueLink dashboard={before(dashboard)} indicator={indicator} value={value} />;
}

/** Something was asked for or done; what nobody asks and nobody knows is left out. */
function isSaid({ table: { total } }: Dashboard, indicator: ReportIndicator): boolean {
  if (targetOf(total, indicator) !== undefined || !isRatio(indicator)) return true;
  return (total.cells.ratios[indicator]?.whole ?? 0) > 0;
}
