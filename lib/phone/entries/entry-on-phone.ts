import type { EntryKind, OutcomeState } from "../../domain/entry/entry";
import type { EntryContent } from "../../domain/entry/entry-content";
import type { HouseholdVisit } from "../../domain/entry/household-visit";
import type { OutcomeKind } from "../../domain/entry/outcome";
import type { EvidenceReason } from "../../domain/evidence/checked-kind";
import type { Refusal } from "../../domain/refusal";
import type { EntryIndicator } from "../../domain/report/indicator";
import type { Standing } from "../../domain/report/standing";
import type { EntryStatus } from "../../domain/review/lifecycle";
import type { LocalDate } from "../../domain/time/local-date";
import type { ReviewNotice } from "../../protocol/changes";

/** The four states in plain words: đã lưu trên máy · đang gửi · đã nhận · cần xử lý. */
export type EntrySyncState = "saved" | "sending" | "received" | "attention";

/** Why an entry needs its author; nothing leaves this state by itself. */
export type Attention =
  | { readonly kind: "returned"; readonly review: ReviewNotice }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "conflict" }
  /** The leader did not confirm it, or an officer took that back: to be read, nothing to repair. */
  | { readonly kind: "decidedAgainst"; readonly status: "refused" | "overturned"; readonly review: ReviewNotice }
  /** The register knows a code that differs in one character. `field`: the path of the recorded one. */
  | { readonly kind: "proposedCode"; readonly field: string };

export type EntrySummary = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly happenedAt: string;
  readonly happenedOn: LocalDate;
  readonly title: string;
  /** Folded title, for search. */
  readonly searchText: string;
  readonly lastFour?: string;
  readonly outcomeKinds: readonly OutcomeKind[];
  /** Slug of the first dossier's service. */
  readonly service?: string;
  /** Of a household's visit. */
  readonly visit?: VisitSummary;
  /** By which another entry about the same is noticed, see `duplicateKeysOf`. Absent from what older versions stored. */
  readonly keys?: readonly string[];
  readonly sync: EntrySyncState;
  readonly status: EntryStatus;
  readonly receipt?: string;
  readonly attention?: Attention;
  /** The author said that it is right as it is; the leader has not decided since. */
  readonly asked?: true;
  /** What it adds to indicators once it counts. Absent where nothing, and from what older versions stored. */
  readonly counts?: Partial<Readonly<Record<EntryIndicator, number>>>;
  /** How the evidence of each outcome stands. Absent while nothing is said of any. */
  readonly evidence?: readonly OutcomeEvidence[];
};

export type OutcomeEvidence = {
  readonly outcome: OutcomeKind;
  readonly standing: Standing;
  /** Indicators that it counts for with its evidence. */
  readonly matched?: readonly EntryIndicator[];
  /** How often, where that is not once. */
  readonly quantity?: number;
};

export type VisitSummary = Pick<HouseholdVisit, "household" | "result" | "comeBackOn"> & {
  /** Server time. */
  readonly receivedAt?: string;
};

export type EntryDetail = {
  readonly summary: EntrySummary;
  readonly unitId: string;
  readonly version: number;
  /** Absent on a phone that did not record the entry, once its author can no longer act on it. */
  readonly content?: EntryContent;
  /** The citizen took the consent back; nothing of them is kept. */
  readonly erased?: true;
  /** What the server holds, while that is something else: in a conflict, or before a change was sent. */
  readonly serverContent?: EntryContent;
  readonly serverStatus?: EntryStatus;
  readonly outcomes: readonly OutcomeOnPhone[];
  readonly savedAt?: string;
  readonly receivedAt?: string;
  readonly review?: ReviewNotice;
  /** The author's one note back, while it waits for the leader. */
  readonly asked?: { readonly note?: string };
  readonly mayAmend: boolean;
  readonly mayWithdraw: boolean;
  /** The one note back has not been used. */
  readonly mayAnswer: boolean;
  readonly mayWithdrawConsent: boolean;
};

export type OutcomeOnPhone = Pick<OutcomeState, "id" | "kind" | "revision" | "indicators" | "quantity" | "notCounted"> & {
  /** How its evidence stands, and since when. Absent until the server has said it of this revision. */
  readonly standing?: Standing;
  readonly since?: string;
  /** Why the police or an officer said no. */
  readonly reason?: EvidenceReason;
  readonly matched?: readonly string[];
  /** A code of the register that differs from the recorded one in one character, until its author stands by the own one. */
  readonly proposedCode?: string;
};
