import "server-only";
import { changeText } from "@/lib/domain/report/change";
import { numberOf } from "@/lib/domain/report/findings";
import { monthsUntil } from "@/lib/domain/report/month-sums";
import { monthNumbers } from "@/lib/domain/report/place-months";
import type { Ratio } from "@/lib/domain/report/register-indicators";
import { rankingBases, type RankingBasis } from "@/lib/domain/report/ranking";
import { isRatio, type ReportTable } from "@/lib/domain/report/report-table";
import { unitRows, type UnitRow } from "@/lib/domain/report/unit-rows";
import { formatDate, partsOfDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { SheetColumn, SheetRow, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { sheetTexts } from "@/lib/text/sheets";

const texts = sheetTexts.units;

/** All that the dashboard's table of units shows of its indicator, column by column, in the order of the annexes. */
export function boardTable(dashboard: Dashboard): SheetTable {
  const { table, indicator } = dashboard;
  const rows = unitRows(table, indicator);
  const [total] = unitRows({ lines: [table.total] }, indicator);
  const columns = columnsOf(dashboard, rankingBases.filter((basis) => rows.some(({ fair }) => fair[basis])));
  const rowOf = (row: UnitRow, kind: "line" | "total"): SheetRow => columns.map(({ value }) => value(row, kind));
  const { number, full } = reportIndicatorNames[indicator];
  return {
    name: texts.board,
    title: texts.boardTitle(`${number}. ${full}`, table.unit.name),
    about: [...aboutOf(table), texts.besideNote],
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => rowOf(row, "line")),
    totals: [rowOf({ ...total!, fair: {} }, "total")],
  };
}

/** Which days, and with which decisions. */
export function aboutOf({ point, previousPoint }: ReportTable): string[] {
  const windowOf = ({ first, through }: ReportTable["point"]) => (first ? sheetTexts.days(formatDate(first), formatDate(through)) : texts.through(formatDate(through)));
  return [
    `${windowOf(point)}, ${texts.known(formatDate(point.asOf))}`,
    ...(previousPoint ? [texts.comparedWith(windowOf(previousPoint), texts.known(formatDate(previousPoint.asOf)))] : []),
  ];
}

type Column = { readonly column: SheetColumn; readonly value: (row: UnitRow, kind: "line" | "total") => SheetValue };

function columnsOf(dashboard: Dashboard, bases: readonly RankingBasis[]): readonly Column[] {
  const { table, indicator, months, onPhones } = dashboard;
  const asked = (target: number | undefined): SheetValue => (target === undefined ? null : isRatio(indicator) ? { value: target / 100, kind: "share" } : target);
  const asMonths = months.length > 0 ? monthsUntil(table.point.through) : [];
  return [
    count(dashboardTexts.ordinal, ({ ordinal }) => ordinal ?? null, 6),
    text(dashboardTexts.unit, ({ line: { place } }, kind) => (kind === "total" ? dashboardTexts.total : place.kind === "unit" ? place.name : dashboardTexts[place.kind]), 34),
    ...valueColumns(indicator),
    count(dashboardTexts.targetColumn, ({ target }) => asked(target)),
    { column: { head: dashboardTexts.percent, kind: "share", width: 10 }, value: ({ achieved }) => achieved ?? null },
    ...(table.previousPoint ? [
      count(dashboardTexts.before, ({ line: { previous, ...line } }) => (previous ? shown(numberOf({ ...line, cells: previous }, indicator)) : null)),
      { column: { head: isRatio(indicator) ? dashboardTexts.changeInPoints : dashboardTexts.change, kind: "text" as const, isRight: true, width: 11 }, value: ({ change }: UnitRow) => (change.kind === "begun" ? dashboardTexts.begun : changeText(change, "vietnamese")) },
    ] : []),
    ...asMonths.map((month, index) => monthColumn(dashboard, partsOfDate(month).month, index)),
    ...(isRatio(indicator) ? [] : bases.flatMap(fairColumns)),
    ...(isRatio(indicator) ? [] : [
      count(dashboardTexts.unreviewedColumn, ({ line: { cells } }) => cells.counts[indicator].recorded - cells.counts[indicator].confirmed),
      count(dashboardTexts.waitingColumn, ({ key }, kind) => waitingOf(dashboard, kind === "total" ? undefined : key)),
    ]),
    count(dashboardTexts.phonesColumn, ({ key }, kind) => (kind === "total" ? onPhones.total.entries : (onPhones.byPlace[key]?.entries ?? 0))),
  ];
}

/** Of a share also what it is a share of. */
function valueColumns(indicator: Dashboard["indicator"]): readonly Column[] {
  if (!isRatio(indicator)) {
    return (["recorded", "confirmed", "matched"] as const).map((stage) => count(dashboardTexts[stage], ({ line: { cells } }) => cells.counts[indicator][stage]));
  }
  const ratioOf = ({ line: { cells } }: UnitRow): Ratio | undefined => cells.ratios[indicator];
  return [
    count(dashboardTexts.part, (row) => ratioOf(row)?.part ?? null), count(dashboardTexts.whole, (row) => ratioOf(row)?.whole ?? null),
    count(dashboardTexts.share, ({ value }) => shown(value)),
  ];
}

function fairColumns(basis: RankingBasis): Column[] {
  const group = dashboardTexts[basis === "members" ? "perMembers" : "perHouseholds"];
  return [
    { column: { head: texts.perHundred, group, kind: "decimal", width: 10 }, value: ({ fair }) => perHundred(fair[basis]) },
    { column: { head: texts.rank, group, kind: "count", width: 8 }, value: ({ fair }) => fair[basis]?.rank ?? null },
  ];
}

function monthColumn(dashboard: Dashboard, month: number, index: number): Column {
  const column: SheetColumn = { head: dashboardTexts.monthOf(month), group: dashboardTexts.months, kind: isRatio(dashboard.indicator) ? "share" : "count", width: 8 };
  return { column, value: ({ key }, kind) => (kind === "total" ? totalOfMonth(dashboard, index) : inKind(monthNumbers(dashboard, key)[index], dashboard.indicator)) };
}

/** Shares of months add up to nothing. */
function totalOfMonth(dashboard: Dashboard, index: number): SheetValue {
  if (isRatio(dashboard.indicator)) return null;
  return unitRows(dashboard.table, dashboard.indicator).reduce((sum, { key }) => sum + (monthNumbers(dashboard, key)[index] ?? 0), 0);
}

function inKind(value: number | undefined, indicator: Dashboard["indicator"]): SheetValue {
  if (value === undefined) return null;
  return isRatio(indicator) ? value / 100 : value;
}

function waitingOf({ waiting, indicator }: Dashboard, place: string | undefined): number {
  return waiting.filter((one) => one.indicator === indicator && (place === undefined || one.place === place)).reduce((sum, { count }) => sum + count, 0);
}

/** With one decimal, as the screen says it. */
function perHundred(fair: UnitRow["fair"]["members"]): SheetValue {
  return fair ? Math.floor((fair.count * 2000 + fair.base) / (2 * fair.base)) / 10 : null;
}

function shown(value: number | Ratio | undefined): SheetValue {
  if (value === undefined || typeof value === "number") return value ?? null;
  return value.whole > 0 ? { value: value.part / value.whole, kind: "share" } : null;
}

function count(head: string, value: Column["value"], width = 11): Column {
  return { column: { head, kind: "count", width }, value };
}

function text(head: string, value: Column["value"], width: number): Column {
  return { column: { head, kind: "text", width }, value };
}
