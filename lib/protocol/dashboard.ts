import type { OutcomeKind } from "../domain/entry/outcome";
import { stages, type EntryIndicator, type Stage } from "../domain/report/indicator";
import type { MonthSums } from "../domain/report/month-sums";
import type { ReportIndicator, ReportTable } from "../domain/report/report-table";
import type { Standing } from "../domain/report/standing";
import type { EntryStatus } from "../domain/review/lifecycle";
import type { LocalDate } from "../domain/time/local-date";

/** What the server hands to the screens of a unit's numbers, and to the entries behind them. */

/**
 * What one can ask the entries behind of: a stage, what waits for the leader, what is confirmed and waits for its
 * evidence, what is confirmed and evidence says no to.
 */
export const numberKinds = [...stages, "unreviewed", "waiting", "refuted"] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Evidence that is not there yet and may still come; what was said no to waits for nothing. */
export const waitingStandings = ["awaitingPolice", "awaitingOfficer", "notFound", "noKey"] as const satisfies readonly Standing[];
export type WaitingStanding = (typeof waitingStandings)[number];

/** A row of a report: the id of a unit below, or what is left over. */
export type PlaceKey = string | "own" | "residual";

/** Confirmed, and its evidence was not there yet at the end of the point's day. Never part of a number, always beside it. */
export type Waiting = {
  readonly place: PlaceKey;
  readonly indicator: EntryIndicator;
  readonly standing: WaitingStanding;
  readonly count: number;
  /** Since when the oldest waits. ISO instant. */
  readonly oldest: string;
};

/** What phones said last that they still hold. */
export type OnPhones = { readonly phones: number; readonly entries: number; readonly oldest?: string };

/** What a grassroots organisation and its teams wrote, against what it was asked for. */
export type OrganisationArticles = Readonly<Record<Stage, number>> & { readonly id: string; readonly name: string; readonly target: number };

export type Dashboard = {
  readonly table: ReportTable;
  /** The same sums when the year of the point began; absent where the point begins itself. */
  readonly yearStart?: ReportTable;
  readonly indicator: ReportIndicator;
  /** What each month of the point's year added to each place. */
  readonly months: readonly MonthSums[];
  readonly waiting: readonly Waiting[];
  readonly onPhones: { readonly total: OnPhones; readonly byPlace: Readonly<Record<PlaceKey, OnPhones>> };
  /** Grassroots organisations at or below the unit; empty for other indicators than articles. */
  readonly organisations: readonly OrganisationArticles[];
  /** From the highest unit whose sums the person reads down to the parent. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  /** Until which day the period is closed with; absent while it is open. */
  readonly closedAsOf?: LocalDate;
  /** Which numbers open what is behind them: entries, the sums of members, and the rows of registers one by one. */
  readonly opens: { readonly entries: boolean; readonly members: boolean; readonly rows: boolean };
  /** ISO instant. */
  readonly now: string;
};

/** Which entries stand behind a number. */
export type NumberQuery = {
  readonly unitId: string;
  /** Any of them without one: outcomes are counted then, and not what they add to an indicator. */
  readonly indicator?: EntryIndicator | undefined;
  readonly stage: NumberKind;
  /** Days of activity, both included; from the beginning without the first. */
  readonly first?: LocalDate | undefined;
  readonly through: LocalDate;
  /** The tree of this day says what is below the unit. */
  readonly treeOn: LocalDate;
  /** Only what was recorded for the unit itself, or what has no place in the tree. */
  readonly place?: "own" | "residual" | undefined;
  /** Only of this person. */
  readonly author?: string | undefined;
  /** Only in this commune of today, or of no known one. */
  readonly area?: string | undefined;
  /** With what was decided until the end of this day; of now without it. */
  readonly asOf?: LocalDate | undefined;
  readonly after?: string | undefined;
};

/** One outcome; their quantities add up to the number. */
export type CountedOutcome = {
  readonly id: string;
  readonly entryId: string;
  readonly kind: OutcomeKind;
  readonly serviceName?: string;
  /** 1, except for an event: the members that it informed. */
  readonly quantity: number;
  readonly happenedOn: LocalDate;
  readonly authorName: string;
  readonly unitName: string;
  readonly status: EntryStatus;
  /** How its evidence stands, and since when. */
  readonly standing?: Standing;
  readonly since?: string;
  readonly receipt: string;
};

export type CountedOutcomes = {
  readonly unitName: string;
  /** Where the list is of one person, or of one commune. */
  readonly authorName?: string;
  readonly areaName?: string;
  readonly count: number;
  readonly outcomes: readonly CountedOutcome[];
  readonly next?: string;
};
