import { addDays, daysInMonth, partsOfDate, type LocalDate } from "./local-date";

export const periodKinds = ["day", "week", "month"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Days from `from` through `through`, both included. */
export type Period = { readonly kind: PeriodKind; readonly from: LocalDate; readonly through: LocalDate };

/** The day, the week from Monday, or the calendar month that holds this day. */
export function periodAround(kind: PeriodKind, day: LocalDate): Period {
  if (kind === "day") return { kind, from: day, through: day };
  if (kind === "week") {
    const from = addDays(day, -daysSinceMonday(day));
    return { kind, from, through: addDays(from, 6) };
  }
  const { year, month, day: dayOfMonth } = partsOfDate(day);
  const from = addDays(day, 1 - dayOfMonth);
  return { kind, from, through: addDays(from, daysInMonth(year, month) - 1) };
}

/** The one before. */
export function periodBefore({ kind, from }: Period): Period {
  return periodAround(kind, addDays(from, -1));
}

/** This period and those before it, the oldest first. */
export function lastPeriods(kind: PeriodKind, day: LocalDate, count: number): Period[] {
  const periods = [periodAround(kind, day)];
  while (periods.length < count) periods.unshift(periodBefore(periods[0]!));
  return periods;
}

/** As much of the period before as has passed of this one by `day`: what it may be compared with. */
export function comparablePart(period: Period, day: LocalDate): Period {
  const before = periodBefore(period);
  const passed = daysBetween(period.from, day);
  const through = addDays(before.from, passed);
  return { ...before, through: day >= period.through || through > before.through ? before.through : through };
}

export function daysOf({ from, through }: Pick<Period, "from" | "through">): number {
  return daysBetween(from, through) + 1;
}

export function isIn(day: LocalDate, { from, through }: Period): boolean {
  return from <= day && day <= through;
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function daysSinceMonday(day: LocalDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
