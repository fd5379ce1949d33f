import { monthsUntil, runningSums, sumByMonth, type Sums } from "@/lib/domain/report/month-sums";
import { sumsBefore } from "@/lib/domain/report/place-months";
import { yearPassed } from "@/lib/domain/report/straight-path";
import { addDays, daysInMonth, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";

/** How far it had come when a day ended. */
export type YearPoint = { readonly day: LocalDate; readonly month: number; readonly sums: Sums };

/** Of the whole unit: at the end of each month of the point's year, the last one cut where the point ends. */
export function yearPoints({ table, yearStart, months, indicator }: Dashboard): YearPoint[] {
  const firsts = monthsUntil(table.point.through);
  const reached = runningSums(sumByMonth(months, firsts), sumsBefore(yearStart?.total.cells, indicator));
  return firsts.map((first, index) => ({ day: monthEnd(first, table.point.through), month: index + 1, sums: reached[index]! }));
}

/** What was there before the year; nothing where the year counts alone. */
export function yearBefore({ yearStart, indicator }: Dashboard): Sums {
  return sumsBefore(yearStart?.total.cells, indicator);
}

/** Where a point lies between the beginning of its year (0) and its end (1). */
export function positionOf({ day }: YearPoint): number {
  return yearPassed(day);
}

function monthEnd(first: LocalDate, through: LocalDate): LocalDate {
  const { year, month } = partsOfDate(first);
  const last = addDays(first, daysInMonth(year, month) - 1);
  return last < through ? last : through;
}
