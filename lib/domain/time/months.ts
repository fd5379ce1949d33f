import { addDays, daysInMonth, partsOfDate, type LocalDate } from "./local-date";

export type Month = { readonly from: LocalDate; readonly through: LocalDate };

/** Calendar months from the one of the first day to the one of the last, newest first. */
export function monthsBetween(first: LocalDate, last: LocalDate): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(last); month.through >= first; month = monthOf(addDays(month.from, -1))) months.push(month);
  return months;
}

function monthOf(day: LocalDate): Month {
  const { year, month } = partsOfDate(day);
  const start = day.slice(0, 8);
  return { from: `${start}01` as LocalDate, through: `${start}${String(daysInMonth(year, month)).padStart(2, "0")}` as LocalDate };
}
