import { partsOfDate, type LocalDate } from "../time/local-date";

type Year = {
  /** What there was when the year began. */
  readonly before: number;
  readonly target: number;
};

/**
 * Where a count stands at the end of a day if it goes straight from what there was when the year began to the target at
 * the year's end. A target that was reached before the year is nowhere to go to: it is the path.
 */
export function straightPathAt(day: LocalDate, { before, target }: Year): number {
  return before >= target ? target : before + (target - before) * yearPassed(day);
}

/** The share of its year that has passed when a day ends: 1 on 31 December. */
export function yearPassed(day: LocalDate): number {
  const { year } = partsOfDate(day);
  const start = Date.UTC(year, 0, 1);
  return (Date.parse(`${day}T00:00:00Z`) - start + 86_400_000) / (Date.UTC(year + 1, 0, 1) - start);
}
