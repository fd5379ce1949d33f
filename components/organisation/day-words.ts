import type { LocalDate } from "@/lib/domain/time/local-date";

/** "07/08/2026" */
export function dayWords(day: LocalDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
