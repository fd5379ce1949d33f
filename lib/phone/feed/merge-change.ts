import type { EntryState } from "../../domain/entry/entry";
import type { EntryContent } from "../../domain/entry/entry-content";
import type { OutcomeKind } from "../../domain/entry/outcome";
import type { EntryIndicator } from "../../domain/report/indicator";
import type { ChangedEntry } from "../../protocol/changes";
import type { EntryChange, KnownEntry } from "../entries/change-entries";
import { evidenceOf } from "../entries/evidence";
import { isRefused, isWaiting, settled, withoutContent, type EntryDocument, type ServerEntry } from "../entries/entry-document";

/**
 * What the server's word about an entry does to the one on this phone. The newest version wins; what the
 * author has not sent yet stays the author's view.
 * @param isResync the server starts from the beginning: its versions count even where they are lower
 */
export function mergeChange(
  { document, commands }: KnownEntry,
  changed: ChangedEntry,
  { ownerId, isResync }: { ownerId: string; isResync: boolean },
): EntryChange | undefined {
  if (!isResync && document?.server && document.server.state.version > changed.version) return undefined;
  const server = serverEntryOf(changed, document?.server, ownerId);
  if (changed.erased) return erase({ ...document, state: server.state, server }, commands);
  if (!document) return { document: settled({ state: server.state, server }) };
  if (commands.some((row) => isWaiting(row) || isRefused(row))) return { document: { ...document, server } };
  const { content, ...rest } = document;
  const isCurrent = content && describes(changed, content);
  return { document: settled({ ...rest, ...(isCurrent ? { content } : {}), server }) };
}

/**
 * The citizen took the consent back elsewhere: also what was not sent yet is about them, and goes. What this phone
 * erased itself has only the withdrawal left, kept for a server that comes back from an older backup.
 */
function erase(document: EntryDocument, commands: KnownEntry["commands"]): EntryChange {
  return {
    document: settled(withoutContent(document)),
    forget: document.erased ? [] : commands.map(({ id }) => id),
    forgetDrafts: true,
  };
}

function serverEntryOf(changed: ChangedEntry, before: ServerEntry | undefined, ownerId: string): ServerEntry {
  const known = before?.content;
  const content = changed.content ?? (known && describes(changed, known) ? known : undefined);
  return {
    state: stateOf(changed, ownerId),
    receipt: changed.receipt,
    receivedAt: changed.receivedAt,
    ...(changed.review ? { review: changed.review } : {}),
    evidence: evidenceOf(changed),
    contentVersion: changed.content ? changed.version : (before?.contentVersion ?? 0),
    ...(content ? { content } : {}),
  };
}

function stateOf(changed: ChangedEntry, authorId: string): EntryState {
  const { id, kind, unitId, status, version, happenedAt, happenedOn } = changed;
  const outcomes = changed.outcomes.map(({ id: outcomeId, kind: outcomeKind, revision, notCounted, indicators = [], quantity }) => ({
    id: outcomeId,
    kind: outcomeKind as OutcomeKind,
    revision,
    indicators: indicators as EntryIndicator[],
    ...(quantity === undefined ? {} : { quantity }),
    ...(notCounted ? { notCounted } : {}),
  }));
  return { id, kind, unitId, authorId, status, version, happenedAt, happenedOn, outcomes };
}

/** The server sends no content once its author can no longer act; another phone may have changed it before. */
function describes(changed: ChangedEntry, content: NonNullable<EntryDocument["content"]>): boolean {
  return changed.happenedAt === content.happenedAt && sameOutcomes(changed, content);
}

function sameOutcomes({ outcomes }: ChangedEntry, content: EntryContent): boolean {
  const key = (list: readonly { id: string; kind: string }[]) => list.map(({ id, kind }) => `${id} ${kind}`).sort().join();
  return key(outcomes) === key(content.outcomes);
}
