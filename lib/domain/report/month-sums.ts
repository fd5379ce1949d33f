import { LocalDate, partsOfDate } from "../time/local-date";
import type { Stage } from "./indicator";
import type { ReportLine } from "./report-table";

export type SumKind = Stage | "part" | "whole";
export type Sums = Readonly<Partial<Record<SumKind, number>>>;

/** What one month added to a place; the first and the last month may be cut by the days asked for. */
export type MonthSums = {
  readonly place: ReportLine["place"]["kind"];
  /** Of places that are units. */
  readonly unitId?: string | undefined;
  /** First day of the month. */
  readonly month: LocalDate;
  readonly counts: Sums;
};

/** First days of the months of a year up to the one that holds a day. */
export function monthsUntil(through: LocalDate): LocalDate[] {
  const { year, month } = partsOfDate(through);
  return Array.from({ length: month }, (_, index) => LocalDate.parse(`${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}-01`));
}

/** Of some places together, one for each of these months. */
export function sumByMonth(rows: readonly MonthSums[], months: readonly LocalDate[]): Sums[] {
  return months.map((month) => rows.filter((row) => row.month === month).map(({ counts }) => counts).reduce(addSums, {}));
}

/** How far it had come at the end of each month, beginning with what there was before. */
export function runningSums(months: readonly Sums[], before: Sums = {}): Sums[] {
  let reached = before;
  return months.map((month) => (reached = addSums(reached, month)));
}

function addSums(a: Sums, b: Sums): Sums {
  const kinds = [...new Set([...Object.keys(a), ...Object.keys(b)])] as SumKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, (a[kind] ?? 0) + (b[kind] ?? 0)]));
}
