import { weekOf } from "@/lib/domain/shift/week";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { deskShifts } from "@/lib/text/desk-shifts";

/** "23/11" */
export function shortDay(day: LocalDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** "Thứ Hai 23/11" */
export function namedDay(day: LocalDate): string {
  return `${deskShifts.weekdays[weekOf(day).indexOf(day)]} ${shortDay(day)}`;
}
