import Link from "next/link";
import { changeText, type Change } from "@/lib/domain/report/change";
import { monthNumbers } from "@/lib/domain/report/place-months";
import type { RankingBasis } from "@/lib/domain/report/ranking";
import { isRatio } from "@/lib/domain/report/report-table";
import { unitRows, type UnitRow } from "@/lib/domain/report/unit-rows";
import type { Dashboard, OnPhones } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { Bullet } from "./bullet";
import { dashboardHref } from "./dashboard-href";
import { isProvisional, unitOf } from "./honest-numbers";
import { NumberLink, type NumberOf } from "./number-link";
import { achievedWords, perHundredWords, targetWords, valueWords } from "./number-words";
import { ShareLink } from "./share-link";
import { unreviewedOf } from "./sort-rows";
import { SparkColumns } from "./spark-columns";
import { countOf } from "./waiting-cell";
import { before } from "./with-days";

type Props = {
  readonly row: UnitRow;
  readonly dashboard: Dashboard;
  /** What units are compared on. */
  readonly bases: readonly RankingBasis[];
};

export function UnitsRow({ row, dashboard, bases, address }: Props & { readonly address: DashboardAddress }) {
  const { place } = row.line;
  return (
    <tr>
      <td className="num text-ink-2">{row.ordinal}</td>
      <th scope="row" className="row-name">
        {place.kind === "unit" ? <Link prefetch={false} href={dashboardHref({ ...address, unit: place.id })}>{place.name}</Link> : dashboardTexts[place.kind]}
      </th>
      <Cells row={row} dashboard={dashboard} bases={bases} of={place.kind === "unit" ? { id: place.id, name: place.name } : { id: dashboard.table.unit.id, name: dashboardTexts[place.kind], place: place.kind }} />
    </tr>
  );
}

/** What the unit itself has; its target is its own and not a sum. */
export function UnitsTotal({ dashboard, bases }: Omit<Props, "row">) {
  const [row] = unitRows({ lines: [dashboard.table.total] }, dashboard.indicator);
  return (
    <tr>
      <td />
      <th scope="row" className="row-name">{dashboardTexts.total}</th>
      <Cells row={{ ...row!, fair: {} }} dashboard={dashboard} bases={bases} of={unitOf(dashboard)} isTotal />
    </tr>
  );
}

/** In the order of `columnsOf` (units-table.tsx). */
function Cells({ row, dashboard, bases, of, isTotal = false }: Props & { readonly of: NumberOf; readonly isTotal?: boolean }) {
  const { indicator } = dashboard;
  return (
    <>
      <td className="num font-semibold">
        {isRatio(indicator)
          ? <ShareLink words={valueWords(row.value)} of={of} indicator={indicator} dashboard={dashboard} />
          : <NumberLink value={row.line.cells.counts[indicator].matched} of={of} indicator={indicator} stage="matched" dashboard={dashboard} />}
      </td>
      <td className="num text-ink-2">{targetWords(row.target, indicator)}</td>
      <td className="bullet-cell"><RowBullet row={row} dashboard={dashboard} of={of} /></td>
      <td className="num font-semibold">{achievedWords(row.value, row.target)}</td>
      {dashboard.table.previousPoint && <td className="num"><BeforeLink row={row} dashboard={dashboard} of={of} /></td>}
      <td className="num">{changeWords(row.change)}</td>
      {dashboard.months.length > 0 && <td>{!isTotal && <SparkColumns name={of.name} months={monthNumbers(dashboard, row.key)} provisional={isProvisional(dashboard)} />}</td>}
      {!isRatio(indicator) && <CountCells row={row} dashboard={dashboard} bases={bases} of={of} isTotal={isTotal} indicator={indicator} />}
      <td className="num"><Phones {...(isTotal ? dashboard.onPhones.total : dashboard.onPhones.byPlace[row.key])} /></td>
    </>
  );
}

/** The same number of the period that is compared with: it opens what was behind it. */
function BeforeLink({ row: { line: { previous } }, dashboard, of }: Omit<Props, "bases"> & { readonly of: NumberOf }) {
  const { indicator, table } = dashboard;
  if (!previous || !table.previousPoint) return "–";
  const then = before(dashboard);
  return isRatio(indicator)
    ? <ShareLink words={valueWords(previous.ratios[indicator])} of={of} indicator={indicator} dashboard={then} />
    : <NumberLink value={previous.counts[indicator].matched} of={of} indicator={indicator} stage="matched" dashboard={then} />;
}

function CountCells({ row, dashboard, bases, of, isTotal, indicator }: Props & { readonly of: NumberOf; readonly isTotal: boolean; readonly indicator: Parameters<typeof NumberLink>[0]["indicator"] }) {
  const waiting = dashboard.waiting.filter((one) => one.indicator === indicator && (isTotal || one.place === row.key));
  return (
    <>
      {bases.map((basis) => <td key={basis} className="num"><Fair fair={row.fair[basis]} /></td>)}
      <td className="num"><NumberLink value={unreviewedOf(row, dashboard) ?? 0} of={of} indicator={indicator} stage="unreviewed" dashboard={dashboard} /></td>
      <td className="num"><NumberLink value={countOf(waiting)} of={of} indicator={indicator} stage="waiting" dashboard={dashboard} /></td>
    </>
  );
}

function RowBullet({ row, dashboard, of }: Omit<Props, "bases"> & { readonly of: NumberOf }) {
  const { line, target, achieved } = row;
  const { indicator } = dashboard;
  if (target === undefined || achieved === undefined) return null;
  const provisional = isProvisional(dashboard);
  if (isRatio(indicator)) return <Bullet label={dashboardTexts.shareChart(of.name, valueWords(row.value), targetWords(target, indicator))} matched={achieved} provisional={provisional} />;
  const { recorded, confirmed, matched } = line.cells.counts[indicator];
  return (
    <Bullet
      label={dashboardTexts.chart(of.name, formatCount(recorded), formatCount(confirmed), formatCount(matched), formatCount(target))}
      recorded={recorded / target} confirmed={confirmed / target} matched={achieved} provisional={provisional}
    />
  );
}

/** "12,4 (hạng 3)": how many for each hundred, and which place that is. */
function Fair({ fair }: { readonly fair: UnitRow["fair"]["members"] }) {
  if (!fair) return "–";
  return <>{perHundredWords(fair.count, fair.base)} <span className="text-ink-2">{dashboardTexts.rank(fair.rank)}</span></>;
}

function Phones({ entries = 0 }: Partial<OnPhones>) {
  return entries > 0 ? <span className="warn-count">{formatCount(entries)}</span> : <span className="text-ink-2">0</span>;
}

function changeWords(change: Change): string {
  if (change.kind === "begun") return dashboardTexts.begun;
  // The heading says that these are points.
  return change.kind === "points" ? changeText(change, "vietnamese").replace("%", "") : changeText(change, "vietnamese");
}
