import type { VisitResult } from "../entry/household-visit";
import type { EntryStatus } from "../review/lifecycle";
import type { LocalDate } from "../time/local-date";

/** Whether an entry speaks for what it is about: not before it is let out of quarantine, not after it was taken back. */
export const stands = {
  submitted: true,
  returned: true,
  confirmed: true,
  reopened: true,
  refused: false,
  withdrawn: false,
  overturned: false,
  quarantined: false,
} as const satisfies Record<EntryStatus, boolean>;

/** A visit as far as the state of its household follows from it. */
export type StandingVisit = {
  readonly id: string;
  readonly status: EntryStatus;
  readonly happenedOn: LocalDate;
  /** ISO instant; decides between visits of one day. */
  readonly happenedAt: string;
  readonly result: VisitResult;
  readonly comeBackOn?: LocalDate;
};

export type HouseholdState = {
  readonly lastResult?: VisitResult;
  readonly lastVisitOn?: LocalDate;
  readonly comeBackOn?: LocalDate;
  readonly visitCount: number;
};

/**
 * What is known of a household: what its last visit found. A day to come back is the last visit's; any later visit
 * has been that coming back. The database does the same in sets (`refresh_households`), this is its oracle.
 */
export function householdStateOf(visits: readonly StandingVisit[]): HouseholdState {
  const standing = visits.filter(({ status }) => stands[status]);
  const [last] = standing.toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  if (!last) return { visitCount: 0 };
  const { result, happenedOn, comeBackOn } = last;
  return { lastResult: result, lastVisitOn: happenedOn, ...(comeBackOn ? { comeBackOn } : {}), visitCount: standing.length };
}

function orderOf({ happenedOn, happenedAt, id }: StandingVisit): string {
  return `${happenedOn} ${happenedAt} ${id}`;
}
