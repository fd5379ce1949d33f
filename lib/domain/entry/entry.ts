import type { EntryStatus, ReviewReason, ReviewStep } from "../review/lifecycle";
import type { NotCountedReason } from "../refusal";
import type { EntryIndicator } from "../report/indicator";
import type { LocalDate } from "../time/local-date";
import type { OutcomeKind } from "./outcome";

export const entryKinds = ["helpSession", "householdVisit", "outreachEvent", "article", "shiftAttendance"] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * What decisions need to know of an entry. The citizen's data is not part of it: it travels as the
 * content of a command and rests encrypted, so a review never has to open it.
 */
export type EntryState = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly unitId: string;
  readonly authorId: string;
  readonly status: EntryStatus;
  /** Counts accepted commands; what a later command read. */
  readonly version: number;
  /** ISO instant as claimed by the phone. */
  readonly happenedAt: string;
  /** The day it counts for, see `happenedOnOf`. */
  readonly happenedOn: LocalDate;
  readonly outcomes: readonly OutcomeState[];
  readonly lastReview?: Review;
};

export type OutcomeState = {
  readonly id: string;
  readonly kind: OutcomeKind;
  /** Grows when the key is corrected: evidence belongs to a revision, so old evidence no longer speaks. */
  readonly revision: number;
  /** Keyed digest of what says that two are the same: dossier code, personal number, household, link. */
  readonly keyDigest?: string;
  readonly indicators: readonly EntryIndicator[];
  /** How many it counts for where that is not one: people at an event. */
  readonly quantity?: number;
  readonly notCounted?: NotCountedReason;
};

export type Review = {
  readonly action: ReviewStep;
  /** Of whoever took the step; the author, for an answer. */
  readonly reviewerId: string;
  readonly at: string;
  readonly reason?: ReviewReason;
  /** Path of the field that is meant, such as `outcomes.0.dossierCode`. */
  readonly field?: string;
  readonly note?: string;
  /** The author has used the one note back. */
  readonly answered?: true;
};
