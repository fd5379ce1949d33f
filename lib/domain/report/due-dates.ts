import { batchDayOf } from "../evidence/friday-batch";
import { addDays, partsOfDate, type LocalDate } from "../time/local-date";
import { monthsBetween, type Month } from "../time/months";
import { lastMonth, type MonthName } from "./essential-services";

/** A day by which something is to be there; weekends and holidays move nothing. */
export type Deadline = { readonly day: LocalDate; /** 0 on the day itself, never negative. */ readonly daysLeft: number };

export type ServicesDeadline = Deadline & { readonly to: "police" | "ministry"; /** The month of the table that goes out. */ readonly month: MonthName };

/** Days ahead at which a deadline is work of today. */
export const soon = 3;

/**
 * When the table of essential services goes out next, the earlier first: on the 15th to the police, and before the 22nd
 * to the ministry. Its days end with the 14th. Source: seed 001.
 */
export function servicesDeadlines(today: LocalDate): ServicesDeadline[] {
  const deadlines = ([["police", 15], ["ministry", 21]] as const).map(([to, dayOfMonth]) => {
    const day = nextDayOfMonth(dayOfMonth, today);
    return { to, day, daysLeft: daysBetween(today, day), month: lastMonth(day) };
  });
  return deadlines.sort((a, b) => a.daysLeft - b.daysLeft);
}

/** The next Friday, today included: by then the police says yes or no to the batch (seed 000, công văn 442). */
export function nextBatch(today: LocalDate): Deadline {
  const last = batchDayOf(today);
  const day = last === today ? today : addDays(last, 7);
  return { day, daysLeft: daysBetween(today, day) };
}

/** Months that are over and closed neither as they are nor within a longer period, newest first. */
export function openMonths(first: LocalDate, today: LocalDate, closed: readonly Month[]): Month[] {
  const isClosed = (month: Month) => closed.some(({ from, through }) => from <= month.from && month.through <= through);
  return monthsBetween(first, today).filter((month) => month.through < today && !isClosed(month));
}

/** Whole days from one to the other. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day of that number that is today or comes next. `dayOfMonth`: one that every month has. */
function nextDayOfMonth(dayOfMonth: number, today: LocalDate): LocalDate {
  const gone = partsOfDate(today).day > dayOfMonth;
  const month = gone ? addDays(`${today.slice(0, 7)}-28` as LocalDate, 4) : today;
  return `${month.slice(0, 7)}-${String(dayOfMonth).padStart(2, "0")}` as LocalDate;
}
