import { addDays, type LocalDate } from "../time/local-date";

/**
 * The day of the batch that is due: the last Friday, today included. What a leader confirmed before that day began is
 * part of it (seed 000, công văn 442: weekly, every Friday).
 */
export function batchDayOf(today: LocalDate): LocalDate {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, -((weekday - friday + 7) % 7));
}

/** The moment at which that day begins in Vietnam (UTC+7 all year). ISO instant. */
export function batchMomentOf(today: LocalDate): string {
  return new Date(`${batchDayOf(today)}T00:00:00+07:00`).toISOString();
}

const friday = 5;
