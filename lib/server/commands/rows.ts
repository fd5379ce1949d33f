import "server-only";
import type { Review } from "@/lib/domain/entry/entry";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { Outcome } from "@/lib/domain/entry/outcome";
import { receivedOnOf } from "@/lib/domain/dossier/dossier-code";
import { contributionDelta } from "@/lib/domain/report/contributions";
import { localDateOf } from "@/lib/domain/time/local-date";
import { sealNote, type SealedSubject } from "@/lib/server/subjects/sealed-subject";
import { splitContent } from "@/lib/server/subjects/personal-data";
import { subjectColumnsOf } from "@/lib/server/subjects/subject-columns";
import { hexOf, type Row } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import type { LogLine } from "./decide-slice";
import type { DatedReview, WorkingEntry } from "./working-entry";

/** What all rows of a slice have in common. */
export type RowContext = { readonly provinceId: string; readonly actorId: string; readonly deviceId: string; readonly now: string };

export function subjectRow(sealed: SealedSubject, content: HelpSession, { provinceId }: RowContext): Row {
  const columns = subjectColumnsOf(content.subject);
  return {
    id: sealed.id,
    province_id: provinceId,
    kind: columns.kind,
    wrapped_key: hexOf(sealed.wrappedKey),
    key_version: sealed.keyVersion,
    sealed: hexOf(sealed.sealed),
    number_hash: hexOf(columns.numberHash),
    phone_hash: hexOf(columns.phoneHash),
    hash_version: columns.hashVersion,
    last_four: columns.lastFour ?? null,
    birth_year: columns.birthYear ?? null,
    sex: columns.sex ?? null,
  };
}

/** What of an entry changes after it was recorded; absent content stays as it is. */
export function entryStateRow({ state, content }: WorkingEntry, flags: readonly string[], { now }: RowContext): Row {
  return {
    id: state.id,
    status: state.status,
    version: state.version,
    status_changed_at: now,
    happened_at: state.happenedAt,
    happened_on: state.happenedOn,
    flags,
    place_kind: content?.place.kind ?? null,
    content: content ? splitContent(content).plain : null,
    last_review: withoutNote(state.lastReview),
  };
}

export function newEntryRow(entry: WorkingEntry, flags: readonly string[], context: RowContext): Row {
  return Object.assign(entryStateRow(entry, flags, context), {
    province_id: context.provinceId,
    kind: entry.state.kind,
    unit_id: entry.state.unitId,
    author_id: entry.state.authorId,
    device_id: context.deviceId,
    subject_id: entry.subjectId,
    received_at: context.now,
    clock_offset_ms: entry.clockOffsetMs,
    receipt: entry.receipt,
  });
}

function withoutNote(review: Review | undefined): object | null {
  if (!review) return null;
  const { note: _note, ...rest } = review;
  return rest;
}

export function outcomeRows({ state, content }: WorkingEntry, { provinceId }: RowContext): Row[] {
  return state.outcomes.map((outcome, position) => ({
    id: outcome.id,
    province_id: provinceId,
    entry_id: state.id,
    position,
    kind: outcome.kind,
    revision: outcome.revision,
    key_hash: outcome.keyDigest ? hexOf(Buffer.from(outcome.keyDigest, "base64url")) : null,
    ...detailsOf(content?.outcomes[position]),
    indicators: outcome.indicators,
    not_counted: outcome.notCounted ?? null,
    voided_at: null,
  }));
}

function detailsOf(outcome: Outcome | undefined): Row {
  const dossier = outcome?.kind === "dossierSubmitted" ? outcome : undefined;
  return {
    dossier_code: dossier?.dossierCode ?? null,
    dossier_received_on: dossier?.dossierCode ? receivedOnOf(dossier.dossierCode) : null,
    service: outcome && "service" in outcome ? (outcome.service ?? null) : null,
    portal: dossier?.portal ?? null,
    channel: dossier?.channel ?? null,
    paid_online: dossier?.paidOnline ?? null,
  };
}

export function consentRows({ state, subjectId, consents }: WorkingEntry, { provinceId, actorId }: RowContext): Row[] {
  return consents.flatMap(({ version, content: { consent } }) =>
    consent
      ? [{
          id: newId(),
          province_id: provinceId,
          subject_id: subjectId,
          entry_id: state.id,
          entry_version: version,
          notice_version: consent.noticeVersion,
          purposes: consent.purposes,
          method: consent.method,
          given_at: consent.givenAt,
          by_guardian: consent.guardian !== undefined,
          taken_by_id: actorId,
        }]
      : [],
  );
}

/** Without its key, which is destroyed when a person is erased, a note can't rest anywhere: it is dropped. */
export function reviewRow({ review, version, from, to }: DatedReview, entry: WorkingEntry, { provinceId }: RowContext): Row {
  const { subjectId, subjectKey } = entry;
  return {
    id: newId(),
    province_id: provinceId,
    entry_id: to.id,
    version,
    action: review.action,
    from_status: from.status,
    to_status: to.status,
    reason: review.reason ?? null,
    field: review.field ?? null,
    sealed_note: review.note && subjectKey ? hexOf(sealNote(subjectId, subjectKey, review.note)) : null,
    actor_id: review.reviewerId,
    at: review.at,
  };
}

export function logRow({ received, verdict, beforeDigest, afterDigest }: LogLine, context: RowContext): Row {
  return {
    id: received.commandId,
    province_id: context.provinceId,
    actor_id: context.actorId,
    device_id: context.deviceId,
    type: received.type,
    entry_id: received.entryId ?? null,
    claimed_at: received.claimedAt ?? context.now,
    received_at: context.now,
    payload_digest: hexOf(received.digest),
    before_digest: hexOf(beforeDigest),
    after_digest: hexOf(afterDigest),
    answer: verdict,
  };
}

export function changeRow({ state }: WorkingEntry, { provinceId }: RowContext): Row {
  return { province_id: provinceId, audience_id: state.authorId, entry_id: state.id };
}

/** One row per cell that changed, for all entries of the slice together. */
export function tallyRows(entries: readonly WorkingEntry[], { provinceId, now }: RowContext): Row[] {
  const deltas = new Map<string, { count: number; row: Row }>();
  for (const { before, state } of entries) {
    for (const { indicator, unitId, stage, happenedOn, count } of contributionDelta(before, state)) {
      const key = [indicator, unitId, stage, happenedOn].join("|");
      const row = { province_id: provinceId, unit_id: unitId, indicator, stage, decided_on: localDateOf(now), happened_on: happenedOn };
      deltas.set(key, { row, count: (deltas.get(key)?.count ?? 0) + count });
    }
  }
  return [...deltas.values()].filter(({ count }) => count !== 0).map(({ row, count }) => ({ ...row, delta: count }));
}
