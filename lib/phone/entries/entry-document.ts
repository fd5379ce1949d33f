import type { EntryState } from "../../domain/entry/entry";
import type { EntryContent } from "../../domain/entry/entry-content";
import type { OutboxRow } from "../database/phone-database";
import type { ReviewNotice } from "../../protocol/changes";
import type { Evidence } from "./evidence";

/** All that a phone knows of an entry; sealed as one. */
export type EntryDocument = {
  /** As its author sees it: what the server holds with everything unsent applied. */
  readonly state: EntryState;
  readonly content?: EntryContent;
  /** The citizen took the consent back: nothing personal is kept any more. */
  readonly erased?: true;
  /** When this phone first saved it, by its own clock. */
  readonly savedAt?: string;
  /** By outcome id the revision whose code its author says is right, although the register knows a similar one. */
  readonly codesKept?: Readonly<Record<string, number>>;
  /** The version that was decided against, once its author has read it. */
  readonly decisionSeen?: number;
  /** Absent until the server is known to have it. */
  readonly server?: ServerEntry;
};

export type ServerEntry = {
  readonly state: EntryState;
  readonly receipt: string;
  readonly receivedAt: string;
  readonly review?: ReviewNotice;
  /** Absent until the feed has told of the content that the server holds. */
  readonly evidence?: Evidence;
  /** The newest version whose content this phone knows, its own or another phone's. */
  readonly contentVersion: number;
  /** That content, only while it may differ from the author's view, that is, while something is unsent. */
  readonly content?: EntryContent;
};

/** Commands of an entry that the server has not accepted, in the order they were saved. */
export type Unsent = readonly OutboxRow[];

export function isWaiting({ state }: OutboxRow): boolean {
  return state === "waiting";
}

export function isRefused({ state }: OutboxRow): boolean {
  return state === "refused";
}

/** The document with nothing of its citizen, who took the consent back. A reviewer's note may speak of them too. */
export function withoutContent({ content: _content, server, state, ...rest }: EntryDocument): EntryDocument {
  const kept: EntryDocument = { ...rest, state: withoutKeys(state), erased: true };
  if (!server) return kept;
  const { content: _serverContent, evidence: _evidence, review, ...said } = server;
  return { ...kept, server: { ...said, state: withoutKeys(server.state), ...(review ? { review: withoutNote(review) } : {}) } };
}

/** On the phone a key digest is the key itself. */
function withoutKeys(state: EntryState): EntryState {
  return { ...state, outcomes: state.outcomes.map(({ keyDigest: _keyDigest, ...outcome }) => outcome) };
}

function withoutNote({ note: _note, ...review }: ReviewNotice): ReviewNotice {
  return review;
}

/** The document with everything unsent forgotten: what the server holds is what the author sees. */
export function settled(document: EntryDocument): EntryDocument {
  const { server } = document;
  if (!server) return document;
  const { content, ...withoutContent } = server;
  return { ...document, state: server.state, ...(content ? { content } : {}), server: withoutContent };
}
