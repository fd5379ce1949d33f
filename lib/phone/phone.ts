import type { EntryContent } from "../domain/entry/entry-content";
import type { Result } from "../domain/result";
import type { Areas } from "./areas/pack-on-phone";
import type { DeviceState } from "./device/device";
import type { ReadStore } from "./device/store";
import type { Drafts } from "./drafts/drafts";
import type { EntryDetail, EntrySummary } from "./entries/entry-on-phone";
import type { Saved } from "./entries/saved";
import type { LastHeard } from "./feed/last-heard";
import type { Guides } from "./guides/kept-guides";
import type { LockedPerson, SignInHere, Unlocked, UnlockProblem } from "./opening";
import type { InvitedTo, OwnJoin } from "./people/offline-join";
import type { PersonOnPhone } from "./people/person";
import type { SyncState } from "./sync/sync-state";

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

export type Vanished = { readonly count: number; readonly oldest?: string };
