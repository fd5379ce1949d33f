import "server-only";
import type { EntryKind, Review } from "@/lib/domain/entry/entry";
import type { EntryFlag } from "@/lib/domain/entry/flags";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { PlainContent } from "@/lib/server/subjects/personal-data";
import { areaNameColumn, type SubjectRow } from "./subject-row";

export type EntryRow = SubjectRow & {
  readonly id: string;
  readonly version: number;
  readonly status: EntryStatus;
  readonly kind: EntryKind;
  readonly receipt: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly happenedAt: Date;
  readonly happenedOn: LocalDate;
  readonly receivedAt: Date;
  readonly clockOffsetMs: number;
  readonly flags: readonly EntryFlag[];
  readonly content: PlainContent;
  readonly lastReview: Review | null;
  readonly lastFour: string | null;
  readonly areaName: string | null;
};

/** The entry with its unit, author and sealed subject, if the person's transaction may see it. */
export async function readEntryRow(tx: Transaction, entryId: string): Promise<EntryRow | undefined> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    select entry.id, entry.version, entry.status::text, entry.kind, entry.receipt, entry.flags, entry.content,
           entry.unit_id as "unitId", unit.name as "unitName", entry.author_id as "authorId", author.name as "authorName",
           entry.happened_at as "happenedAt", entry.happened_on::text as "happenedOn", entry.received_at as "receivedAt",
           entry.clock_offset_ms as "clockOffsetMs", entry.last_review as "lastReview",
           subject.id as "subjectId", subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion",
           subject.sealed, subject.last_four as "lastFour", ${areaNameColumn}
    from entry
    join unit on unit.id = entry.unit_id
    join app_user author on author.id = entry.author_id
    left join subject on subject.id = entry.subject_id
    where entry.id = ${entryId}::uuid`;
  return rows[0];
}
