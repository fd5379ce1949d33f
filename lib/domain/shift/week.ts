import { addDays, type LocalDate } from "../time/local-date";

/** The seven days, Monday first, of the week that a day belongs to. */
export function weekOf(day: LocalDate): LocalDate[] {
  const monday = addDays(day, -daysSinceMonday(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

function daysSinceMonday(day: LocalDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
