import type { OutcomeKind } from "../entry/outcome";
import type { LocalDate } from "../time/local-date";

/** Indicators that count outcomes of entries; the others come from the registers. */
export const entryIndicators = [
  "member_accounts",
  "citizen_accounts",
  "online_dossiers",
  "articles",
  "households",
  "vneid_accounts",
  "informed_members",
] as const;
export type EntryIndicator = (typeof entryIndicators)[number];

/** How far a number has come: said by a volunteer, confirmed by the leader, matched by evidence. */
export const stages = ["recorded", "confirmed", "matched"] as const;
export type Stage = (typeof stages)[number];

/**
 * A dated definition (scheme page, "What is counted"). Definitions are data: other years have other ones.
 * `validFrom`–`validTo` is the range of activity days the definition speaks for.
 */
export type IndicatorVersion = {
  readonly indicator: EntryIndicator;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** First day whose outcomes count: the day of activity, for dossiers the day of receipt. */
  readonly windowFrom: LocalDate;
  readonly outcomeKinds: readonly OutcomeKind[];
  /** Completed years on the day of activity, both ends included. */
  readonly ageFrom?: number;
  readonly ageThrough?: number;
  readonly onlineOnly: boolean;
  /** A person has one account, whatever the number of steps that led to it. */
  readonly oncePerSubject: boolean;
};

/** Rules of the scheme that refuse to count (seed 000; facts §3). The absent ones refuse nothing more. */
export type SchemeRules = {
  /** First day of the scheme: accounts and dossiers from before it are kept and not counted. */
  readonly schemeStart: LocalDate;
  /** Days that a receipt may lie ahead of the server's day before it is called the future: clocks differ. */
  readonly futureTolerance?: number | undefined;
  /** Units whose entries are kept and not counted, with everything below them. */
  readonly unitsNotAllowed?: readonly string[] | undefined;
};
