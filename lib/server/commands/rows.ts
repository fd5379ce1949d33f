import "server-only";
import type { Review } from "@/lib/domain/entry/entry";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { receivedOnOf } from "@/lib/domain/dossier/dossier-code";
import { contributionDelta, type Contribution } from "@/lib/domain/report/contributions";
import { ageOn } from "@/lib/domain/identity/birth-date";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { sealNote, type SealedSubject } from "@/lib/server/subjects/sealed-subject";
import { splitContent } from "@/lib/server/subjects/personal-data";
import { subjectColumnsOf } from "@/lib/server/subjects/subject-columns";
import { hexOf, type Row } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import type { LogLine } from "./decide-slice";
import type { DatedReview, WorkingEntry } from "./working-entry";

/** What all rows of a slice have in common. */
export type RowContext = { readonly provinceId: string; readonly actorId: string; readonly deviceId: string; readonly now: string };

/** Columns that are the same in every row of a table, as the second part of each function's rows. */
export const sharedColumns = {
  subject: ({ provinceId }: RowContext): Row => ({ province_id: provinceId }),
  newEntry: ({ provinceId, actorId, deviceId, now }: RowContext): Row => ({
    province_id: provinceId, author_id: actorId, device_id: deviceId, received_at: now, status_changed_at: now,
  }),
  changedEntry: ({ now }: RowContext): Row => ({ status_changed_at: now }),
  outcome: ({ provinceId, now }: RowContext): Row => ({ province_id: provinceId, claimed_at: now }),
  consent: ({ provinceId, actorId }: RowContext): Row => ({ province_id: provinceId, taken_by_id: actorId }),
  review: ({ provinceId }: RowContext): Row => ({ province_id: provinceId }),
  log: ({ provinceId, actorId, deviceId, now }: RowContext): Row => ({
    province_id: provinceId, actor_id: actorId, device_id: deviceId, received_at: now,
  }),
  change: ({ provinceId }: RowContext): Row => ({ province_id: provinceId }),
  tally: ({ provinceId, now }: RowContext): Row => ({ province_id: provinceId, decided_on: localDateOf(now) }),
};

export function subjectRow(sealed: SealedSubject, content: EntryContent): Row {
  const columns = subjectColumnsOf(content);
  return {
    id: sealed.id,
    kind: columns.kind,
    wrapped_key: hexOf(sealed.wrappedKey),
    key_version: sealed.keyVersion,
    sealed: hexOf(sealed.sealed),
    number_hash: hexOf(columns.numberHash),
    phone_hash: hexOf(columns.phoneHash),
    hash_version: columns.hashVersion,
    last_four: columns.lastFour,
    birth_year: columns.birthYear,
    sex: columns.sex,
  };
}

/** What of an entry changes after it was recorded; absent content stays as it is. */
export function entryStateRow({ state, content, quarantine }: WorkingEntry, flags: readonly string[]): Row {
  return {
    id: state.id,
    status: state.status,
    version: state.version,
    happened_at: state.happenedAt,
    happened_on: state.happenedOn,
    flags,
    place_kind: content?.kind === "helpSession" ? content.place.kind : undefined,
    household_id: content && householdOf(content),
    subject_age: content && ageOf(content, state.happenedOn),
    content: content && splitContent(content).plain,
    last_review: withoutNote(state.lastReview),
    quarantine,
  };
}

export function newEntryRow(entry: WorkingEntry, flags: readonly string[]): Row {
  return Object.assign(entryStateRow(entry, flags), {
    kind: entry.state.kind,
    unit_id: entry.state.unitId,
    subject_id: entry.subjectId,
    clock_offset_ms: entry.clockOffsetMs,
    receipt: entry.receipt,
  });
}

function ageOf(content: EntryContent, day: LocalDate): number | undefined {
  if (content.kind !== "helpSession" || content.subject.kind !== "person" || !content.subject.birth) return undefined;
  return ageOn(content.subject.birth, day).years;
}

function householdOf(content: EntryContent): string | undefined {
  if (content.kind === "helpSession") return content.householdId;
  return content.kind === "householdVisit" ? content.household.id : undefined;
}

function withoutNote(review: Review | undefined): object | undefined {
  if (!review) return undefined;
  const { note: _note, ...rest } = review;
  return rest;
}

export function outcomeRows({ state, content }: WorkingEntry): Row[] {
  return state.outcomes.map((outcome, position) => {
    const recorded = content?.outcomes[position];
    const dossier = recorded?.kind === "dossierSubmitted" ? recorded : undefined;
    return {
      id: outcome.id,
      entry_id: state.id,
      position,
      kind: outcome.kind,
      revision: outcome.revision,
      key_hash: outcome.keyDigest && hexOf(Buffer.from(outcome.keyDigest, "base64url")),
      dossier_code: dossier?.dossierCode,
      dossier_received_on: dossier?.dossierCode && receivedOnOf(dossier.dossierCode),
      service: recorded && "service" in recorded ? recorded.service : undefined,
      portal: dossier?.portal,
      channel: dossier?.channel,
      paid_online: dossier?.paidOnline,
      indicators: outcome.indicators,
      quantity: outcome.quantity ?? 1,
      not_counted: outcome.notCounted,
    };
  });
}

export function consentRows({ state, subjectId, consents }: WorkingEntry): Row[] {
  return consents.flatMap(({ version, content }) => {
    const consent = "consent" in content ? content.consent : undefined;
    return consent
      ? [{
          id: newId(),
          subject_id: subjectId,
          entry_id: state.id,
          entry_version: version,
          notice_version: consent.noticeVersion,
          purposes: consent.purposes,
          method: consent.method,
          given_at: consent.givenAt,
          by_guardian: consent.guardian !== undefined,
        }]
      : [];
  });
}

/** Without its key, which is destroyed when a person is erased, a note can't rest anywhere: it is dropped. */
export function reviewRow({ review, version, from, to }: DatedReview, { subjectId, subjectKey }: WorkingEntry): Row {
  return {
    id: newId(),
    entry_id: to.id,
    version,
    action: review.action,
    from_status: from.status,
    to_status: to.status,
    reason: review.reason,
    field: review.field,
    sealed_note: review.note && subjectKey ? hexOf(sealNote(subjectId, subjectKey, review.note)) : undefined,
    actor_id: review.reviewerId,
    at: review.at,
  };
}

export function logRow({ received, verdict, beforeDigest, afterDigest }: LogLine, { now }: RowContext): Row {
  return {
    id: received.commandId,
    type: received.type,
    entry_id: received.entryId,
    claimed_at: received.claimedAt ?? now,
    payload_digest: hexOf(received.digest),
    before_digest: hexOf(beforeDigest),
    after_digest: hexOf(afterDigest),
    answer: verdict,
  };
}

export function changeRow({ state }: WorkingEntry): Row {
  return { audience_id: state.authorId, entry_id: state.id };
}

/** One row per cell that changed, for all entries of the slice together. */
export function tallyRows(entries: readonly WorkingEntry[]): Row[] {
  const deltas = new Map<string, Contribution>();
  for (const { before, state } of entries) {
    for (const delta of contributionDelta(before, state)) {
      const key = [delta.indicator, delta.unitId, delta.stage, delta.happenedOn].join("|");
      deltas.set(key, { ...delta, count: (deltas.get(key)?.count ?? 0) + delta.count });
    }
  }
  return [...deltas.values()]
    .filter(({ count }) => count !== 0)
    .map(({ unitId, indicator, stage, happenedOn, count }) => ({ unit_id: unitId, indicator, stage, happened_on: happenedOn, delta: count }));
}
