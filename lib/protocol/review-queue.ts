import type { EntryFlag } from "../domain/entry/flags";
import type { EntryKind } from "../domain/entry/entry";
import type { Consent } from "../domain/entry/consent";
import type { DuplicateReason } from "../domain/entry/duplicate-reason";
import type { EntryContent } from "../domain/entry/entry-content";
import type { HelpSession, Place } from "../domain/entry/help-session";
import type { Outcome, OutcomeKind } from "../domain/entry/outcome";
import type { PersonSubject } from "../domain/entry/subject";
import type { EvidenceReason } from "../domain/evidence/checked-kind";
import type { NotCountedReason } from "../domain/refusal";
import type { Standing } from "../domain/report/standing";
import type { Quarantine, QuarantineReason } from "../domain/review/quarantine";
import type { EntryAction, EntryStatus, ReviewReason, ReviewStep } from "../domain/review/lifecycle";

/** What the server hands to the screens of the leader's queue. Numbers and phones stay behind. */

/** `answered`: the author gave it back as it is, with a note. `decided` are confirmed entries: an officer may reopen or overturn them. */
export const queueViews = ["flagged", "answered", "all", "quarantined", "decided"] as const;
export type QueueView = (typeof queueViews)[number];

export const queueAges = ["any", "overDay", "over3Days", "over7Days"] as const;
export type QueueAge = (typeof queueAges)[number];

export type QueueFilter = {
  readonly view: QueueView;
  readonly order: "newest" | "oldest";
  readonly authorId?: string;
  readonly kind?: EntryKind;
  /** Entries with an outcome of this kind. */
  readonly outcome?: OutcomeKind;
  readonly place?: Place["kind"];
  readonly age: QueueAge;
  /** Receipt code, dossier code or the last four of a number. */
  readonly search?: string;
  /** Opaque: where the page begins. */
  readonly after?: string;
};

export type QueueItem = {
  readonly id: string;
  readonly version: number;
  readonly status: EntryStatus;
  readonly kind: EntryKind;
  readonly title: string;
  readonly outcomeKinds: readonly OutcomeKind[];
  /** Of help sessions. */
  readonly place?: Place;
  readonly authorName: string;
  readonly receivedAt: string;
  readonly flags: readonly EntryFlag[];
  /** The author gave it back as it is, with a note to read. */
  readonly answered: boolean;
  /** While it is held: why. */
  readonly quarantine?: QuarantineReason;
  /** May be confirmed together with others: submitted, without flags or a note to read, not one's own. */
  readonly bulk: boolean;
};

export type QueueCounts = {
  readonly all: number;
  /** Of `all`, by kind; a kind of which none waits is left out. */
  readonly byKind: Partial<Readonly<Record<EntryKind, number>>>;
  readonly flagged: number;
  readonly answered: number;
  readonly overdue: number;
  readonly quarantined: number;
};

export type QueuePage = {
  readonly items: readonly QueueItem[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
  readonly counts: QueueCounts;
  /** Who has recorded in the own units, for the filter. */
  readonly authors: readonly { readonly id: string; readonly name: string }[];
};

export type ReviewedOutcome = {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly serviceName?: string;
  readonly dossierCode?: string;
  readonly channel?: Extract<Outcome, { kind: "dossierSubmitted" }>["channel"];
  readonly paidOnline?: boolean;
  readonly notCounted?: NotCountedReason;
  /**
   * How its evidence stands, and since when. Says nothing of other entries: whose it is that counts instead of a
   * duplicate is not the reader's to know. Absent where it counts for nothing.
   */
  readonly standing?: Standing | "unchecked";
  readonly since?: string;
  /** Why the police or an officer said no. */
  readonly reason?: EvidenceReason;
  /** A similar code of the register, about which the author was asked. */
  readonly proposedCode?: string;
};

export type ReviewedSubject =
  | {
      readonly kind: "person";
      readonly name: string;
      readonly lastFour?: string;
      readonly birth?: PersonSubject["birth"];
      readonly sex?: PersonSubject["sex"];
      readonly address?: string;
      readonly phoneLastThree?: string;
      readonly scanned: PersonSubject["scanned"];
    }
  | { readonly kind: "organisation"; readonly name: string; readonly taxCode?: string; readonly phoneLastThree?: string };

/** One line of "Diễn biến", oldest first. */
export type HistoryStep = {
  readonly step: "captured" | "received" | "amended" | "withdrawn" | "consentWithdrawn" | ReviewStep;
  readonly at: string;
  readonly personName?: string;
  readonly reason?: ReviewReason;
  readonly field?: string;
  readonly note?: string;
};

/** `since`: when the author was deactivated or the phone revoked. `unitsNow`: where the author works today. */
export type ReviewedQuarantine = Quarantine & { readonly since?: string; readonly deviceName?: string; readonly unitsNow?: readonly string[] };

export type ReviewedEntry = {
  readonly id: string;
  readonly version: number;
  readonly status: EntryStatus;
  readonly kind: EntryKind;
  readonly receipt: string;
  readonly happenedAt: string;
  readonly receivedAt: string;
  readonly clockOffsetMs: number;
  /** Of help sessions, as are subject and consent. */
  readonly place?: Place;
  readonly unitName: string;
  readonly flags: readonly EntryFlag[];
  /** Only while it is held. */
  readonly quarantine?: ReviewedQuarantine;
  readonly subject?: ReviewedSubject;
  /** Of the other kinds: all of it; undefined for sessions and after an erasure. */
  readonly content?: Exclude<EntryContent, HelpSession>;
  readonly title: string;
  readonly consent?: Consent;
  /** Of help sessions: why it was recorded although the phone knew of another like it. */
  readonly duplicateReason?: DuplicateReason;
  readonly outcomes: readonly ReviewedOutcome[];
  readonly history: readonly HistoryStep[];
  readonly author: {
    readonly id: string;
    readonly name: string;
    readonly entriesIn30Days: number;
    readonly returnedIn30Days: number;
  };
  /** Steps that the signed-in person may take now, by lifecycle and permission. */
  readonly actions: readonly EntryAction[];
  /** There is a consent that the signed-in person may take back for the citizen. */
  readonly mayWithdrawConsent: boolean;
  readonly own: boolean;
};
