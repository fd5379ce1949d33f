import { addDays, daysInMonth, LocalDate, partsOfDate } from "../time/local-date";
import type { ReportPoint } from "./report-table";

/** Days of activity of a report, both included; cumulative from the scheme's start without the first. */
export type ReportWindow = Pick<ReportPoint, "first" | "through">;

export const windowKinds = ["scheme", "year", "quarter", "month", "days"] as const;
export type WindowKind = (typeof windowKinds)[number];

const monthsOfKind = { year: 12, quarter: 3, month: 1 } as const;

/** Year, quarter or month that begins with the window's first day and holds its last; whatever else are free days. */
export function windowKindOf({ first, through }: ReportWindow): WindowKind {
  if (!first) return "scheme";
  return (["month", "quarter", "year"] as const).find((kind) => startOf(kind, through) === first) ?? "days";
}

/** The month, quarter or year that holds a day, until that day; the whole scheme until it. */
export function windowUntil(kind: Exclude<WindowKind, "days">, day: LocalDate): ReportWindow {
  return kind === "scheme" ? { through: day } : { first: startOf(kind, day), through: day };
}

/**
 * What a window is compared with unless somebody says otherwise: the scheme until the same day of the month before, as
 * much of the year, quarter or month before as there is of this one, as many days right before free ones. The end of a
 * month stays the end of one.
 */
export function windowBefore(window: ReportWindow): ReportWindow {
  const { first, through } = window;
  const kind = windowKindOf(window);
  if (!first || kind === "scheme") return { through: monthsEarlier(through, 1) };
  if (kind === "days") return { first: addDays(first, -(daysBetween(first, through) + 1)), through: addDays(first, -1) };
  const earlier = monthsEarlier(through, monthsOfKind[kind]);
  return { first: startOf(kind, earlier), through: earlier };
}

/**
 * The point that is fairly compared with another: decisions had as many days after the window's end in both. A report of
 * the end of August and one of the end of July are each as they were known on their day.
 */
export function equallyKnown({ through, asOf }: ReportPoint, window: ReportWindow, today: LocalDate): ReportPoint {
  const known = addDays(window.through, daysBetween(through, asOf));
  return { ...window, asOf: known < today ? known : today };
}

function startOf(kind: keyof typeof monthsOfKind, day: LocalDate): LocalDate {
  const { year, month } = partsOfDate(day);
  const length = monthsOfKind[kind];
  return dateOf(year, month - ((month - 1) % length), 1);
}

/** The same day so many months earlier; the last day of a month where there is none, and for the last day of a month. */
function monthsEarlier(day: LocalDate, count: number): LocalDate {
  const { year, month, day: dayOfMonth } = partsOfDate(day);
  const index = year * 12 + month - 1 - count;
  const [earlierYear, earlierMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysInMonth(earlierYear, earlierMonth);
  return dateOf(earlierYear, earlierMonth, dayOfMonth === daysInMonth(year, month) ? last : Math.min(dayOfMonth, last));
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return LocalDate.parse([String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"));
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
