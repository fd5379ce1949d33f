import type { LocalDate } from "../time/local-date";
import { monthsUntil, runningSums, sumByMonth, type MonthSums, type Sums } from "./month-sums";
import { isRatio, type ReportCells, type ReportIndicator, type ReportTable } from "./report-table";
import { placeKeyOf } from "./unit-rows";

/** What is known of an indicator month by month: of the year in which a point ends, beginning with what there was before. */
export type YearCourse = {
  readonly table: { readonly point: { readonly through: LocalDate } };
  readonly yearStart?: Pick<ReportTable, "lines"> | undefined;
  readonly indicator: ReportIndicator;
  readonly months: readonly MonthSums[];
};

/** One number for each month so far of one place: what it added; of shares of people and of organisations, how they stood at its end. */
export function monthNumbers(course: YearCourse, key: string): number[] {
  const isStock = course.indicator === "members_with_account" || course.indicator === "members_vneid2" || course.indicator === "active_organisations";
  return (isStock ? runningMonthsOfPlace(course, key) : monthsOfPlace(course, key)).map(monthNumber);
}

/** What there was before the year: of organisations nothing, each year begins anew. */
export function sumsBefore(cells: ReportCells | undefined, indicator: ReportIndicator): Sums {
  return cells && indicator !== "active_organisations" ? sumsOfCells(cells, indicator) : {};
}

function sumsOfCells(cells: ReportCells, indicator: ReportIndicator): Sums {
  if (!isRatio(indicator)) return cells.counts[indicator];
  return cells.ratios[indicator] ?? {};
}

function monthsOfPlace({ table, months }: YearCourse, key: string): Sums[] {
  return sumByMonth(months.filter(({ place, unitId }) => (unitId ?? place) === key), monthsUntil(table.point.through));
}

function runningMonthsOfPlace(course: YearCourse, key: string): Sums[] {
  const before = course.yearStart?.lines.find(({ place }) => placeKeyOf(place) === key);
  return runningSums(monthsOfPlace(course, key), sumsBefore(before?.cells, course.indicator));
}

/** What was matched, or whole percent of what the month had. */
function monthNumber(sums: Sums): number {
  if (sums.whole !== undefined || sums.part !== undefined) return sums.whole ? Math.round((100 * (sums.part ?? 0)) / sums.whole) : 0;
  return sums.matched ?? 0;
}
