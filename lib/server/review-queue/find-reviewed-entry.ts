import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { can, canSee, type Supervised } from "@/lib/domain/review/permission";
import { nextStatus, reviewActions, undoGraceSeconds, type EntryAction } from "@/lib/domain/review/lifecycle";
import type { PersonName } from "@/lib/domain/identity/person-name";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor } from "@/lib/server/database/with-actor";
import { openContent } from "@/lib/server/subjects/sealed-subject";
import { saveAccess } from "@/lib/server/reveal/access-log";
import { readAuthorCounts } from "./author-counts";
import { readEntryRow, type EntryRow } from "./entry-row";
import { readHistory } from "./read-history";
import { readOutcomes } from "./read-outcomes";
import { readQuarantine } from "./read-quarantine";
import { reviewedSubjectOf } from "./reviewed-subject";
import { sealedSubjectOf, titleOf } from "./subject-row";

/**
 * One entry as a reviewer reads it, number and phone masked. Opening it is written down, because name, birth
 * and residence are shown.
 * @returns undefined alike for an unknown id and for one outside of the person's units
 */
export function findReviewedEntry(actor: Actor, entryId: string, now: string): Promise<ReviewedEntry | undefined> {
  return withActor(actor, async (tx) => {
    const row = await readEntryRow(tx, entryId);
    if (!row) return undefined;
    const unitPath = (await loadUnitPaths(tx, [row.unitId]))(row.unitId, row.happenedOn) ?? [];
    const supervised = { authorId: row.authorId, unitPath };
    if (!canSee(actor, supervised, localDateOf(now))) return undefined;
    if (row.subjectId) await saveAccess(tx, actor, { subjectId: row.subjectId, entryId, fields: openedFields, at: now });
    const { guardianName, ...shown } = shownOf(row);
    const quarantine = await readQuarantine(tx, row, now);
    const consent = "consent" in row.content ? row.content.consent : undefined;
    return {
      id: row.id,
      version: row.version,
      status: row.status,
      kind: row.kind,
      receipt: row.receipt,
      happenedAt: row.happenedAt.toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      clockOffsetMs: row.clockOffsetMs,
      unitName: row.unitName,
      flags: row.flags,
      ...(quarantine ? { quarantine } : {}),
      ...shown,
      ...(consent ? { consent: guardianName ? { ...consent, guardian: { name: guardianName } } : consent } : {}),
      outcomes: await readOutcomes(tx, entryId),
      history: await readHistory(tx, row),
      author: { id: row.authorId, name: row.authorName, ...(await readAuthorCounts(tx, row.authorId)) },
      actions: actionsOf(row, actor, supervised, now),
      mayWithdrawConsent: consent !== undefined && sealedSubjectOf(row) !== undefined && may(row, "withdrawConsent", actor, supervised, now),
      own: row.authorId === actor.userId,
    };
  });
}

/** What is shown of the content depends on its kind. */
function shownOf(row: EntryRow): Pick<ReviewedEntry, "title" | "subject" | "place" | "content" | "duplicateReason"> & { guardianName?: PersonName } {
  const { content } = row;
  if (content.kind === "helpSession") {
    const { subject, guardianName } = reviewedSubjectOf(row);
    const { place, duplicateReason } = content;
    return { title: subject.name, subject, place, ...(guardianName ? { guardianName } : {}), ...(duplicateReason ? { duplicateReason } : {}) };
  }
  const sealed = sealedSubjectOf(row);
  const whole = sealed && openContent(content, sealed);
  return { title: titleOf(row), ...(whole && whole.kind !== "helpSession" ? { content: whole } : {}) };
}

/** What opening an entry shows without asking. */
const openedFields = ["name", "birth", "address"];

/** The same two tables that decide about the command: lifecycle and permissions. */
function actionsOf(row: EntryRow, actor: Actor, supervised: Supervised, now: string): EntryAction[] {
  return reviewActions.filter((action) => may(row, action, actor, supervised, now) && (action !== "undo" || mayUndo(row, actor, now)));
}

function may(row: EntryRow, action: EntryAction, actor: Actor, supervised: Supervised, now: string): boolean {
  return nextStatus(row.status, action) !== undefined && can(actor, action, supervised, localDateOf(now));
}

function mayUndo({ lastReview }: EntryRow, actor: Actor, now: string): boolean {
  return lastReview?.reviewerId === actor.userId && Date.parse(now) - Date.parse(lastReview.at) <= undoGraceSeconds * 1000;
}
