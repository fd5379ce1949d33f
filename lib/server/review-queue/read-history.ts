import "server-only";
import type { ReviewReason, ReviewStep } from "@/lib/domain/review/lifecycle";
import type { HistoryStep } from "@/lib/protocol/review-queue";
import type { Transaction } from "@/lib/server/database/with-actor";
import { openNote } from "@/lib/server/subjects/sealed-subject";
import type { EntryRow } from "./entry-row";
import { sealedSubjectOf } from "./subject-row";

/** What has happened to an entry, oldest first: saved, received, amended, decided. */
export async function readHistory(tx: Transaction, entry: EntryRow): Promise<HistoryStep[]> {
  const steps: HistoryStep[] = [
    { step: "captured", at: entry.happenedAt.toISOString() },
    { step: "received", at: entry.receivedAt.toISOString() },
    ...(await readOwnChanges(tx, entry)),
    ...(await readReviews(tx, entry)),
  ];
  return steps.sort((a, b) => (a.step === "captured" ? -1 : b.step === "captured" ? 1 : a.at.localeCompare(b.at)));
}

async function readOwnChanges(tx: Transaction, entry: EntryRow): Promise<HistoryStep[]> {
  const rows = await tx.$queryRaw<{ type: keyof typeof changes; at: Date; personName: string }[]>`
    select command_log.type, command_log.received_at as at, app_user.name as "personName"
    from command_log join app_user on app_user.id = command_log.actor_id
    where entry_id = ${entry.id}::uuid and type in ('amendEntry', 'withdrawEntry', 'withdrawConsent') and answer ->> 'verdict' = 'accepted'`;
  return rows.map(({ type, at, personName }) => ({ step: changes[type], at: at.toISOString(), personName }));
}

const changes = { amendEntry: "amended", withdrawEntry: "withdrawn", withdrawConsent: "consentWithdrawn" } as const;

type ReviewRow = {
  readonly action: ReviewStep;
  readonly at: Date;
  readonly reason: ReviewReason | null;
  readonly field: string | null;
  readonly sealedNote: Uint8Array | null;
  readonly personName: string;
};

async function readReviews(tx: Transaction, entry: EntryRow): Promise<HistoryStep[]> {
  const rows = await tx.$queryRaw<ReviewRow[]>`
    select review_event.action, review_event.at, review_event.reason, review_event.field,
           review_event.sealed_note as "sealedNote", reviewer.name as "personName"
    from review_event join app_user reviewer on reviewer.id = review_event.actor_id
    where review_event.entry_id = ${entry.id}::uuid`;
  return rows.map(({ action, at, reason, field, sealedNote, personName }) => ({
    step: action,
    at: at.toISOString(),
    personName,
    ...(reason ? { reason } : {}),
    ...(field ? { field } : {}),
    ...noteOf(entry, sealedNote),
  }));
}

/** Gone with the citizen's key when they were erased. */
function noteOf(entry: EntryRow, sealedNote: Uint8Array | null): { note?: string } {
  const subject = sealedNote ? sealedSubjectOf(entry) : undefined;
  return subject && sealedNote ? { note: openNote(subject.id, subject, sealedNote) } : {};
}
