import "server-only";
import type { EntryKind } from "@/lib/domain/entry/entry";
import type { EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { NotCountedReason } from "@/lib/domain/refusal";
import type { Standing } from "@/lib/domain/report/standing";
import { nextStatus, type EntryStatus, type ReviewReason, type ReviewStep } from "@/lib/domain/review/lifecycle";
import { Instant, type LocalDate } from "@/lib/domain/time/local-date";
import type { ChangedEntry, ReviewNotice } from "@/lib/protocol/changes";
import type { Transaction } from "@/lib/server/database/with-actor";
import { standingSince } from "@/lib/server/evidence/standing-since";
import type { PlainContent } from "@/lib/server/subjects/personal-data";
import { openContent, openNote } from "@/lib/server/subjects/sealed-subject";

/** Entries as their author reads them, in the order asked. `withContent` is false for whoever may not act any more. */
export async function loadChangedEntries(
  tx: Transaction,
  entryIds: readonly string[],
  options: { readonly withContent: boolean },
): Promise<ChangedEntry[]> {
  if (entryIds.length === 0) return [];
  const rows = await tx.$queryRaw<EntryRow[]>`
    select entry.id, entry.kind, entry.unit_id as "unitId", entry.status::text, entry.version, entry.receipt,
           entry.happened_at as "happenedAt", entry.happened_on::text as "happenedOn", entry.received_at as "receivedAt",
           entry.content, entry.subject_id as "subjectId", subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion", subject.sealed, subject.erased_at is not null as erased,
           (select json_agg(json_build_object('id', id, 'kind', kind, 'revision', revision, 'notCounted', not_counted, 'indicators', indicators,
              'quantity', outcome.quantity, 'standing', standing.standing, 'since', ${standingSince}, 'matched', standing.matched, 'proposedCode', (
                select code from code_proposal
                where code_proposal.outcome_id = outcome.id and code_proposal.outcome_revision = outcome.revision and standing.standing = 'notFound'
                order by code limit 1), 'reason', (
                select reason from evidence
                where evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision and evidence.source in ('police', 'officer')
                  and standing.standing in ('refusedByPolice', 'refusedByOfficer')
                order by decided_at desc, evidence.id desc limit 1)) order by position)
            from outcome left join outcome_standing standing on standing.outcome_id = outcome.id
            where outcome.entry_id = entry.id and voided_at is null) as outcomes,
           review.action, review.at, review.reason, review.field, review.sealed_note as "sealedNote",
           exists (select from review_event where review_event.entry_id = entry.id and action = 'answer') as answered, reviewer.name as "reviewerName"
    from entry
    left join subject on subject.id = entry.subject_id
    left join lateral (
      select * from review_event where review_event.entry_id = entry.id order by version desc limit 1
    ) review on true
    left join app_user reviewer on reviewer.id = review.actor_id
    where entry.id = any (${[...entryIds]}::uuid[])`;
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  return entryIds.flatMap((id) => {
    const row = rowsById.get(id);
    return row ? [changedEntryOf(row, options)] : [];
  });
}

type EntryRow = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly unitId: string;
  readonly status: EntryStatus;
  readonly version: number;
  readonly receipt: string;
  readonly happenedAt: Date;
  readonly happenedOn: LocalDate;
  readonly receivedAt: Date;
  readonly content: PlainContent;
  readonly outcomes: readonly OutcomeRow[] | null;
  readonly erased: boolean;
} & SubjectKey & ReviewRow;

type OutcomeRow = {
  readonly id: string;
  readonly kind: string;
  readonly revision: number;
  readonly notCounted: NotCountedReason | null;
  readonly indicators: string[];
  readonly quantity: number;
  readonly standing: Standing | null;
  readonly since: string | null;
  readonly matched: string[] | null;
  readonly proposedCode: string | null;
  readonly reason: EvidenceReason | null;
};

type SubjectKey = {
  readonly subjectId: string;
  readonly wrappedKey: Uint8Array | null;
  readonly keyVersion: number | null;
  readonly sealed: Uint8Array | null;
};

type ReviewRow = {
  readonly action: ReviewStep | null;
  readonly at: Date | null;
  readonly reason: ReviewReason | null;
  readonly field: string | null;
  readonly sealedNote: Uint8Array | null;
  readonly answered: boolean;
  readonly reviewerName: string | null;
};

function changedEntryOf(row: EntryRow, { withContent }: { readonly withContent: boolean }): ChangedEntry {
  const { id, kind, unitId, status, version, receipt, happenedOn } = row;
  const mayAct = nextStatus(status, "amend") !== undefined;
  const review = reviewOf(row);
  return {
    id, kind, unitId, status, version, receipt, happenedOn,
    happenedAt: instantOf(row.happenedAt),
    receivedAt: instantOf(row.receivedAt),
    outcomes: (row.outcomes ?? []).map(changedOutcomeOf),
    ...(review ? { review } : {}),
    ...(withContent && mayAct ? contentOf(row) : {}),
    ...(row.erased ? { erased: true } : {}),
  };
}

function changedOutcomeOf({ notCounted, quantity, standing, since, matched, proposedCode, reason, ...outcome }: OutcomeRow): ChangedEntry["outcomes"][number] {
  return {
    ...outcome,
    ...(quantity === 1 ? {} : { quantity }),
    ...(notCounted ? { notCounted } : {}),
    ...(standing ? { standing } : {}),
    ...(standing && since ? { since: instantOf(new Date(since)) } : {}),
    ...(matched?.length ? { matched } : {}),
    ...(proposedCode ? { proposedCode } : {}),
    ...(reason ? { reason } : {}),
  };
}

function contentOf({ content, subjectId, wrappedKey, keyVersion, sealed }: EntryRow): Pick<ChangedEntry, "content"> {
  if (!wrappedKey || !keyVersion || !sealed) return {}; // the person was erased
  return { content: openContent(content, { id: subjectId, wrappedKey, keyVersion, sealed }) };
}

function reviewOf({ action, at, reason, field, sealedNote, answered, reviewerName, subjectId, wrappedKey, keyVersion }: EntryRow): ReviewNotice | undefined {
  if (!action || !at) return undefined;
  return {
    action,
    at: instantOf(at),
    reviewerName: reviewerName ?? "",
    ...(reason ? { reason } : {}),
    ...(field ? { field } : {}),
    ...(answered ? { answered } : {}),
    ...(sealedNote && wrappedKey && keyVersion ? { note: openNote(subjectId, { wrappedKey, keyVersion }, sealedNote) } : {}),
  };
}

function instantOf(date: Date): Instant {
  return Instant.parse(date.toISOString());
}
