import "server-only";
import type { EntryKind, EntryState, OutcomeState, Review } from "@/lib/domain/entry/entry";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { WorkingEntry } from "./working-entry";

/**
 * The entries with these ids that the actor may know of, locked until the transaction ends. Locks are taken
 * in the order of ids, so that two slices never wait for each other.
 */
export async function loadEntries(tx: Transaction, entryIds: readonly string[]): Promise<Map<string, WorkingEntry>> {
  const entries = await tx.$queryRaw<EntryRow[]>`
    select entry.id, entry.kind, entry.unit_id as "unitId", entry.author_id as "authorId", entry.status::text, entry.version,
           entry.happened_at as "happenedAt", entry.happened_on::text as "happenedOn", entry.last_review as "lastReview",
           entry.receipt, entry.clock_offset_ms as "clockOffsetMs", entry.subject_id as "subjectId",
           subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion",
           (select payload_digest from command_log
            where command_log.entry_id = entry.id and type = 'recordEntry' and answer ->> 'verdict' = 'accepted'
            order by received_at limit 1) as "recordedBy"
    from entry left join subject on subject.id = entry.subject_id
    where entry.id = any (${[...entryIds]}::uuid[]) order by entry.id for no key update of entry`;
  if (entries.length === 0) return new Map();
  const outcomes = new Map<string, OutcomeRow[]>(entries.map(({ id }) => [id, []]));
  for (const outcome of await loadOutcomes(tx, [...outcomes.keys()])) outcomes.get(outcome.entryId)?.push(outcome);
  return new Map(entries.map((row) => [row.id, workingEntryOf(row, outcomes.get(row.id) ?? [])]));
}

type EntryRow = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly unitId: string;
  readonly authorId: string;
  readonly status: EntryStatus;
  readonly version: number;
  readonly happenedAt: Date;
  readonly happenedOn: LocalDate;
  readonly lastReview: Review | null;
  readonly receipt: string;
  readonly clockOffsetMs: number;
  readonly subjectId: string;
  readonly wrappedKey: Uint8Array | null;
  readonly keyVersion: number | null;
  readonly recordedBy: Uint8Array | null;
};

type OutcomeRow = {
  readonly id: string;
  readonly entryId: string;
  readonly kind: OutcomeState["kind"];
  readonly revision: number;
  readonly keyHash: Uint8Array | null;
  readonly indicators: OutcomeState["indicators"];
  readonly quantity: number;
  readonly notCounted: OutcomeState["notCounted"] | null;
  readonly voided: boolean;
};

function loadOutcomes(tx: Transaction, entryIds: readonly string[]): Promise<OutcomeRow[]> {
  return tx.$queryRaw`
    select id, entry_id as "entryId", kind, revision, key_hash as "keyHash", indicators, quantity, not_counted as "notCounted",
           voided_at is not null as voided
    from outcome where entry_id = any (${[...entryIds]}::uuid[]) order by entry_id, position`;
}

function outcomeStateOf({ id, kind, revision, keyHash, indicators, quantity, notCounted }: OutcomeRow): OutcomeState {
  return {
    id,
    kind,
    revision,
    ...(keyHash ? { keyDigest: Buffer.from(keyHash).toString("base64url") } : {}),
    indicators,
    ...(quantity === 1 ? {} : { quantity }),
    ...(notCounted ? { notCounted } : {}),
  };
}

function workingEntryOf(row: EntryRow, rows: readonly OutcomeRow[]): WorkingEntry {
  const outcomes = rows.filter(({ voided }) => !voided).map(outcomeStateOf);
  const { id, kind, unitId, authorId, status, version, happenedOn, lastReview } = row;
  const happenedAt = row.happenedAt.toISOString();
  const state: EntryState = {
    id, kind, unitId, authorId, status, version, happenedAt, happenedOn, outcomes,
    ...(lastReview ? { lastReview } : {}),
  };
  return {
    before: state,
    state,
    receipt: row.receipt,
    clockOffsetMs: row.clockOffsetMs,
    subjectId: row.subjectId,
    ...(row.wrappedKey && row.keyVersion ? { subjectKey: { wrappedKey: row.wrappedKey, keyVersion: row.keyVersion } } : {}),
    ...(row.recordedBy ? { recordedBy: row.recordedBy } : {}),
    voided: new Map(rows.filter(({ voided }) => voided).map((outcome) => [outcome.id, outcome.revision])),
    consents: [],
    reviews: [],
  };
}
