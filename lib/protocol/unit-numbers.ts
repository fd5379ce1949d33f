import type { EntryStatus } from "../domain/review/lifecycle";
import type { OutcomeKind } from "../domain/entry/outcome";
import { stages, type EntryIndicator, type Stage } from "../domain/report/indicator";
import type { Standing } from "../domain/report/standing";
import type { LocalDate } from "../domain/time/local-date";

/** What the server hands to the screens of a unit's numbers. */

/** What one can ask the entries behind of: a stage, or what is confirmed and waits for its evidence. */
export const numberKinds = [...stages, "waiting"] as const;
export type NumberKind = (typeof numberKinds)[number];

/** Evidence that is not there yet and may still come; what was said no to waits for nothing. */
export const waitingStandings = ["awaitingPolice", "awaitingOfficer", "notFound", "noKey"] as const satisfies readonly Standing[];
export type WaitingStanding = (typeof waitingStandings)[number];

/** Days of activity, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

export type IndicatorNumbers = Readonly<Record<EntryIndicator, Readonly<Record<Stage, number>>>>;

export type UnitRow = {
  readonly id: string;
  readonly name: string;
  readonly numbers: IndicatorNumbers;
  /** Of the year in which the period ends; absent where none was set. */
  readonly targets: Partial<Readonly<Record<EntryIndicator, number>>>;
};

/** What a grassroots organisation and its teams wrote, against what it was asked for. */
export type OrganisationArticles = Readonly<Record<Stage, number>> & {
  readonly id: string;
  readonly name: string;
  readonly target: number;
};

/** Confirmed, and its evidence is not there yet. Never part of a number, always beside it. */
export type Waiting = { readonly standing: WaitingStanding; readonly count: number; readonly oldest: string };

export type UnitNumbers = {
  readonly total: UnitRow;
  /** Of the total, by indicator; absent where nothing waits. */
  readonly waiting: Partial<Readonly<Record<EntryIndicator, readonly Waiting[]>>>;
  /** Units below on some day of the period. Their numbers and `direct` add up to `total`. */
  readonly children: readonly UnitRow[];
  /** What was recorded for the unit itself, not for one below it. */
  readonly direct: IndicatorNumbers;
  /** Grassroots organisations at or below the unit. */
  readonly organisations: readonly OrganisationArticles[];
  /** From the highest unit that the person supervises down to the parent. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  readonly period: Period;
  readonly year: number;
  readonly asOf: string;
};

/** Which entries stand behind a number. */
export type NumberQuery = Period & {
  readonly unitId: string;
  readonly indicator: EntryIndicator;
  readonly stage: NumberKind;
  /** Only what was recorded for the unit itself. */
  readonly direct: boolean;
  readonly after?: string;
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
  readonly count: number;
  readonly outcomes: readonly CountedOutcome[];
  readonly next?: string;
};
