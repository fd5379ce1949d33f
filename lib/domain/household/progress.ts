import type { VisitResult } from "../entry/household-visit";
import type { LocalDate } from "../time/local-date";

/**
 * Where a household stands in a campaign: `left` nobody has been there yet, `comeBack` nobody was at home,
 * `done` somebody was met, or nobody is to go there again.
 */
export type HouseholdStanding = "left" | "comeBack" | "done";

export type LastVisit = {
  readonly lastResult?: VisitResult | undefined;
  readonly lastVisitOn?: LocalDate | undefined;
  readonly comeBackOn?: LocalDate | undefined;
};

/** @param since first day of the campaign: what came of earlier visits is history, not progress */
export function standingOf({ lastResult, lastVisitOn }: LastVisit, since: LocalDate): HouseholdStanding {
  if (lastResult === undefined || lastVisitOn === undefined || lastVisitOn < since) return "left";
  return lastResult === "absent" ? "comeBack" : "done";
}

export type AreaProgress = {
  readonly total: number;
  readonly done: number;
  /** Not done: nobody was there yet, nobody was at home, or nobody knows the household. */
  readonly left: number;
  /** Of those left, the ones where nobody was at home. */
  readonly comeBack: number;
};

/** @param expected how many households there are said to be; those not known yet are left */
export function progressOf(households: Iterable<LastVisit>, since: LocalDate, expected = 0): AreaProgress {
  const counts: Record<HouseholdStanding, number> = { left: 0, comeBack: 0, done: 0 };
  for (const household of households) counts[standingOf(household, since)] += 1;
  const { left, comeBack, done } = counts;
  const total = Math.max(expected, left + comeBack + done);
  return { total, done, left: total - done, comeBack };
}

/**
 * The next door to knock at after one of them: the nearest behind it in the order given, then from the start
 * again. Where nobody was at home it is its turn again on the day to come back, and not on the day of the visit.
 */
export function nextDoor<Household extends LastVisit & { readonly id: string }>(
  households: readonly Household[],
  after: string,
  { since, today }: { readonly since: LocalDate; readonly today: LocalDate },
): Household | undefined {
  const index = households.findIndex(({ id }) => id === after);
  const isNext = (household: Household) => household.id !== after && isDue(household, since, today);
  return households.slice(index + 1).find(isNext) ?? households.slice(0, Math.max(0, index)).find(isNext);
}

function isDue(household: LastVisit, since: LocalDate, today: LocalDate): boolean {
  const standing = standingOf(household, since);
  if (standing !== "comeBack") return standing === "left";
  return household.lastVisitOn !== today && (household.comeBackOn ?? today) <= today;
}
