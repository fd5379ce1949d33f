import type { EntryKind, OutcomeState } from "../domain/entry/entry";
import type { EntryContent } from "../domain/entry/entry-content";
import type { HouseholdVisit } from "../domain/entry/household-visit";
import type { OutcomeKind } from "../domain/entry/outcome";
import type { EvidenceReason } from "../domain/evidence/checked-kind";
import type { Guide } from "../domain/guide/guide";
import type { Refusal } from "../domain/refusal";
import type { EntryIndicator } from "../domain/report/indicator";
import type { Standing } from "../domain/report/standing";
import type { EntryStatus } from "../domain/review/lifecycle";
import type { LocalDate } from "../domain/time/local-date";
import type { Result } from "../domain/result";
import type { KnownHousehold } from "../protocol/area-pack";
import type { Briefing } from "../protocol/briefing";
import type { ReviewNotice } from "../protocol/changes";
import type { TransportProblem } from "../protocol/client";
import type { InvitedTo, OwnJoin } from "./people/offline-join";

/**
 * All that screens know of the phone. Reading is synchronous from stores that stay current (also with what
 * other tabs do); writing answers only after the data is durably on the phone.
 */
export type Phone = {
  readonly person: ReadStore<PersonOnPhone>;
  /** Own entries, newest first. */
  readonly entries: ReadStore<readonly EntrySummary[]>;
  /** False for the moments after a start in which older entries are still being read. */
  readonly entriesComplete: ReadStore<boolean>;
  readonly sync: ReadStore<SyncState>;
  /** When the server was last heard about own entries, and what it knew to be missing. Undefined before the first time. */
  lastHeard(): Promise<LastHeard | undefined>;
  readonly device: ReadStore<DeviceState>;
  /** What this phone held of the person when something emptied the browser's storage; known once the server was heard. */
  readonly vanished: ReadStore<Vanished | undefined>;
  /** The server was not heard for `maxOfflineDays`: what came from it was destroyed, and comes again with a network. */
  readonly tooLongOffline: ReadStore<boolean>;
  /** Entries' changes of before a forgotten PIN that only the server can open: they come back with a network. */
  readonly recovering: ReadStore<number>;
  readonly drafts: Drafts;
  readonly guides: Guides;
  readonly areas: Areas;
  /** @param draftKey the draft that this settles; it goes in the same transaction, so it can't come back */
  saveEntry(content: EntryContent, unitId: string, draftKey?: string): Promise<Saved>;
  amendEntry(entryId: string, content: EntryContent, draftKey?: string): Promise<Saved>;
  withdraw(entryId: string): Promise<Saved>;
  /** One note back about what came back, without a change: "đúng rồi, nhờ đội trưởng xem". */
  answerReview(entryId: string, note: string): Promise<Saved>;
  /** The citizen takes the consent back; what is personal goes here and on the server. */
  withdrawConsent(entryId: string): Promise<Saved>;
  /** The way out of a conflict without a change of one's own: what the server holds stands. */
  keepServerVersion(entryId: string): Promise<Saved>;
  /** "Mã của tôi đúng": the register's similar code is not asked about again. Stays on this phone. */
  keepCode(entryId: string, outcomeId: string): Promise<Saved>;
  /** "Đã xem": its author has read that the leader or an officer decided against it. Stays on this phone. */
  noticeDecision(entryId: string): Promise<Saved>;
  openEntry(entryId: string): Promise<EntryDetail | undefined>;
  /** "Thử gửi": wakes the outbox and the feed now. */
  wake(): void;
  /** After a sign-in while this phone is open: goes on sending, or asks for the other person's PIN. */
  readonly signedIn: SignInHere;
  /** Everybody with a key on this phone, whoever works on it first. */
  readonly people: ReadStore<readonly LockedPerson[]>;
  /**
   * The keys leave this phone's memory and every tab shows the lock; what is half typed is kept before.
   * @param handOver the phone goes to somebody else: the lock shows everybody instead of asking this person
   */
  lock(handOver?: "handOver"): Promise<void>;
  /** Calls before the key goes, and waits for what comes back. Answers how to end that. */
  beforeLock(keep: () => Promise<unknown>): () => void;
  changePin(current: string, next: string): Promise<Result<undefined, UnlockProblem>>;
  /** Another person of this phone takes over, without the network. Nothing changes when the PIN is wrong. */
  switchTo(personId: string, pin: string): Promise<Unlocked>;
  /** Hides what the person has here and stops sending; deletes nothing. The PIN opens it again only after a sign-in. */
  signOut(): Promise<void>;
  /** How the person came to this phone, and whether they may send; undefined for whoever signed in with a password. */
  readonly joining: ReadStore<OwnJoin | undefined>;
  /** Keeps by which code a person came back to whom nobody gave a password: the phone signs in with it again. */
  cameBack(join: OwnJoin): Promise<void>;
  /** Asks the leader once more, or comes with an invitation after all. Nothing for whoever has joined. */
  askAgain(invited?: InvitedTo): Promise<void>;
  newId(): string;
  now(): string;
};

/** What volunteers walk citizens through: everybody's on this phone, and here without a network. */
export type Guides = {
  /** Changes when new ones have arrived while this page was open. */
  readonly version: ReadStore<string | undefined>;
  list(): Promise<readonly Guide[]>;
  open(slug: string): Promise<Guide | undefined>;
};

/** Households of the campaigns that the person's teams take part in: here without a network once they were fetched. */
export type Areas = {
  /** Undefined until they were read for the first time, which looking at them begins. */
  readonly packs: ReadStore<readonly PackOnPhone[] | undefined>;
  /** Fetches a campaign's households, or what changed since. What arrived before it broke stays. */
  download(campaignId: string): Promise<Result<undefined, PackProblem>>;
  /** What is here, with own visits over it; again whenever `packs` or `entries` change. Undefined when it can't be read now. */
  open(campaignId: string): Promise<AreaPack | undefined>;
};

export type PackOnPhone = {
  readonly campaignId: string;
  /** Grows when something arrived. */
  readonly revision: number;
  /** False after a first download that broke: some hamlets may be missing. */
  readonly isComplete: boolean;
  readonly households: number;
  /** On this phone. */
  readonly bytes: number;
  readonly refreshedAt?: string;
  /** Households that arrived, while some are being fetched. */
  readonly fetching?: number;
};

export type AreaPack = {
  readonly campaignId: string;
  /** False when nothing was fetched yet: then only own visits are known. */
  readonly isHere: boolean;
  /** Households by hamlet in house order. */
  readonly areas: ReadonlyMap<string, readonly PackHousehold[]>;
};

export type PackHousehold = Omit<KnownHousehold, "gone" | "visitCount"> & {
  /** The last visit is this phone's and not received yet. */
  readonly isUnsent?: boolean;
};

export type PackProblem = { readonly problem: TransportProblem["problem"] } | StorageProblem;

/** Server time; unsent is what the person's other phones said they still hold. */
export type LastHeard = { readonly at: string; readonly unsentElsewhere: number };

/** Fits React's useSyncExternalStore; the snapshot keeps its identity until something changes. */
export type ReadStore<T> = {
  subscribe(listener: () => void): () => void;
  getSnapshot(): T;
};

export type Saved = Result<{ readonly entryId: string }, SaveProblem>;

/** What the phone has become: ready, where a PIN opened it before; otherwise it asks for one. */
export type SignedIn = Result<PhoneOpening, SignInProblem>;

export type Unlocked = Result<Phone, UnlockProblem>;

export type UnlockProblem =
  /** `left`: tries until only a sign-in helps. `waitUntil`: by this phone's clock, until the next one counts. */
  | { readonly problem: "wrongPin"; readonly left: number; readonly waitUntil?: string }
  /** Not tried: after the last wrong one the wait is not over. */
  | { readonly problem: "wait"; readonly waitUntil: string }
  | { readonly problem: "signInNeeded" }
  | StorageProblem;

/** Somebody with a key on this phone, as the lock shows them. */
export type LockedPerson = {
  readonly id: string;
  readonly name: string;
  /** Saved here and not on the server. */
  readonly unsent: number;
  readonly waitUntil?: string;
  /** The PIN alone does not open: too many wrong ones, signed out, or there is none yet. */
  readonly mustSignIn?: true;
};

/**
 * A person has just signed in on the server.
 * @param forgotten "forgottenPin": they choose a new PIN; what is unsent goes through the server's copy first
 */
export type SignInHere = (personId: string, forgotten?: "forgottenPin") => Promise<SignedIn>;

/** Only the first sign-in of a person on this phone needs the network; what failed may be tried again. */
export type SignInProblem =
  | { readonly problem: "network"; readonly cause: TransportProblem["problem"] }
  | StorageProblem;

export type PersonOnPhone = { readonly id: string; readonly name: string; readonly briefing: Briefing };

export type Vanished = { readonly count: number; readonly oldest?: string };

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

export type SaveProblem =
  | { readonly problem: "refused"; readonly refusals: readonly Refusal[] }
  | StorageProblem;

export type StorageProblem = { readonly problem: "diskFull" } | { readonly problem: "storage" };

export type SyncState = {
  readonly saved: number;
  readonly sending: number;
  readonly received: number;
  readonly attention: number;
  readonly connection: "unknown" | "online" | "offline" | "captivePortal" | "signInNeeded" | "busy" | "fault" | "outdated" | "awaitingApproval" | "joinRefused";
  /** When the next try is due, ISO; undefined when one runs or nothing waits. */
  readonly nextTryAt?: string;
  readonly lastContactAt?: string;
  /** Another tab of this app does the sending. */
  readonly elsewhere: boolean;
};

export type DeviceState = {
  readonly deviceId: string;
  readonly persisted: boolean;
  readonly installed: boolean;
  readonly clockOffsetMs: number;
};

/**
 * Half-done forms by key, encrypted like everything else; saved as one types. `save` keeps the order of its
 * calls. What can't be read back counts as absent.
 */
export type Drafts = {
  save(key: string, value: unknown): Promise<Result<undefined, StorageProblem>>;
  load(key: string): Promise<unknown>;
  remove(key: string): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly { readonly key: string; readonly savedAt: string }[]>;
};

/**
 * `openPhone()` (open-phone.ts) answers one of these, always the same until it changes;
 * `subscribeToOpening(listener)` tells the next one: signed in, locked, signed out, also by another tab.
 */
export type PhoneOpening =
  | { readonly state: "ready"; readonly phone: Phone }
  | {
      readonly state: "locked";
      readonly people: readonly LockedPerson[];
      /** Who worked here last and is asked first; absent when the phone was handed over. */
      readonly chosen?: string;
      unlock(personId: string, pin: string): Promise<Unlocked>;
      signedIn: SignInHere;
    }
  /** First time here, a key of before there were PINs, or a forgotten PIN after a sign-in. */
  | {
      readonly state: "pinNeeded";
      readonly person: { readonly id: string; readonly name: string };
      /** The PIN must have passed `weaknessOf` (vault/pin.ts). */
      choosePin(pin: string): Promise<Result<Phone, StorageProblem>>;
      signedIn: SignInHere;
    }
  /** Nobody has signed in on this phone yet, or everybody signed out. */
  | {
      readonly state: "signInNeeded";
      /** Unsent commands of all people on this phone, so that nobody wipes it. */
      readonly waiting: number;
      signedIn: SignInHere;
    }
  /** The stored data is newer than this app: close other tabs, update. What waits is still sent. */
  | { readonly state: "newerData" }
  /** The phone was taken back, everything that was not sent has been delivered, and nothing is left here. */
  | { readonly state: "wiped" }
  /**
   * The browser did not open its storage (in time), or does not keep keys in it (`selfTest`, private windows).
   * Calling `openPhone()` again tries again; nothing is deleted.
   */
  | { readonly state: "unavailable"; readonly reason: "timeout" | "error" | "selfTest" };
