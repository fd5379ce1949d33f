import type { EntryIndicator } from "@/lib/domain/report/indicator";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { partsOfDate } from "@/lib/domain/time/local-date";
import { daysOf, type Period } from "@/lib/domain/time/period";
import type { Briefing } from "@/lib/protocol/briefing";

export type Goal = {
  readonly indicator: EntryIndicator;
  /** This year's, of the whole team. */
  readonly year: number;
  /** The period's share of it by days, rounded up. */
  readonly share: number;
};

/** What the person's teams were given, shared out over the period. A target of 0 is none. */
export function goalsFor(goals: Briefing["goals"] = [], period: Period): Goal[] {
  const { year: yearOf } = partsOfDate(period.through);
  const daysOfYear = daysOf({ from: `${yearOf}-01-01` as Period["from"], through: `${yearOf}-12-31` as Period["from"] });
  return entryIndicators.flatMap((indicator) => {
    const year = goals.filter((goal) => goal.indicator === indicator).reduce((sum, { value }) => sum + value, 0);
    return year > 0 ? [{ indicator, year, share: Math.ceil((year * daysOf(period)) / daysOfYear) }] : [];
  });
}
