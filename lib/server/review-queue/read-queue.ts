import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/review/permission";
import { nextStatus } from "@/lib/domain/review/lifecycle";
import type { QuarantineReason } from "@/lib/domain/review/quarantine";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { QueueFilter, QueueItem, QueuePage } from "@/lib/protocol/review-queue";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { decodeCursor, encodeCursor } from "./queue-cursor";
import { answered, matches, ofOthersInScope } from "./queue-conditions";
import { readAuthors, readCounts } from "./queue-counts";
import type { PlainContent } from "@/lib/server/subjects/personal-data";
import { areaNameColumn, titleOf, type SubjectRow } from "./subject-row";

/** Entries of one page; the list goes on by keyset, so deciding about some never skips others. */
export const pageSize = 50;

/** A page of what waits in the units that the person supervises, with names opened for this page only. */
export function readQueue(actor: Actor, filter: QueueFilter, today: LocalDate): Promise<QueuePage> {
  return withActor(actor, async (tx) => {
    const rows = await readRows(tx, actor, filter);
    const shown = rows.slice(0, pageSize);
    const paths = await loadUnitPaths(tx, [...new Set(shown.map(({ unitId }) => unitId))]);
    const items = shown.map((row) => {
      const unitPath = paths(row.unitId, row.happenedOn) ?? [];
      return itemOf(row, can(actor, "confirm", { authorId: row.authorId, unitPath }, today));
    });
    const last = shown.at(-1);
    const next = rows.length > pageSize && last ? { next: encodeCursor({ id: last.id, receivedAt: last.receivedAt.toISOString() }) } : {};
    return { items, ...next, counts: await readCounts(tx, actor), authors: await readAuthors(tx, actor) };
  });
}

type Row = SubjectRow & Pick<QueueItem, "id" | "version" | "status" | "kind" | "outcomeKinds" | "authorName" | "flags" | "answered"> & {
  readonly unitId: string;
  readonly authorId: string;
  readonly happenedOn: LocalDate;
  readonly receivedAt: Date;
  readonly content: PlainContent;
  readonly areaName: string | null;
  readonly quarantine: QuarantineReason | null;
};

function readRows(tx: Transaction, actor: Actor, filter: QueueFilter): Promise<Row[]> {
  const newest = filter.order === "newest";
  const after = decodeCursor(filter.after);
  const direction = newest ? Prisma.sql`desc` : Prisma.sql`asc`;
  const beyond = newest ? Prisma.sql`<` : Prisma.sql`>`;
  const keyset = after
    ? Prisma.sql`and (entry.received_at, entry.id) ${beyond} (${after.receivedAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<Row[]>`
    select entry.id, entry.version, entry.status::text, entry.quarantine ->> 'reason' as quarantine, entry.kind, entry.flags, ${answered} as answered, entry.unit_id as "unitId",
           entry.author_id as "authorId", entry.happened_on::text as "happenedOn", entry.received_at as "receivedAt",
           entry.content, author.name as "authorName", ${areaNameColumn},
           array(select kind from outcome where entry_id = entry.id and voided_at is null order by position) as "outcomeKinds",
           subject.id as "subjectId", subject.wrapped_key as "wrappedKey", subject.key_version as "keyVersion", subject.sealed
    from entry
    join app_user author on author.id = entry.author_id
    left join subject on subject.id = entry.subject_id
    where ${ofOthersInScope(actor)} and ${matches(filter)} ${keyset}
    order by entry.received_at ${direction}, entry.id ${direction}
    limit ${pageSize + 1}`;
}

function itemOf(row: Row, mayConfirm: boolean): QueueItem {
  const { id, version, status, kind, outcomeKinds, content, authorName, flags } = row;
  const hasAnswer = row.answered;
  return {
    id,
    version,
    status,
    kind,
    outcomeKinds,
    ...(content.kind === "helpSession" ? { place: content.place } : {}),
    authorName,
    flags,
    answered: hasAnswer,
    ...(status === "quarantined" && row.quarantine ? { quarantine: row.quarantine } : {}),
    title: titleOf(row),
    receivedAt: row.receivedAt.toISOString(),
    bulk: mayConfirm && flags.length === 0 && !hasAnswer && nextStatus(status, "confirm") !== undefined,
  };
}
