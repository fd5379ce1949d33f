import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { ImportProblem, ImportResult, MemberImport } from "@/lib/protocol/imports";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { batchKindOf } from "@/lib/server/imports/batch-kinds";
import { anyBatchOf, batchColumns, stateOf, type Row } from "@/lib/server/imports/batch-row";
import { silentAfter } from "@/lib/server/imports/clean-up";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { readUnread } from "@/lib/server/imports/read-import";
import { memberOptionsOf } from "./member-options";

export type MemberImportDetail = { readonly summary: MemberImport; readonly result: ImportResult; readonly problems: readonly ImportProblem[] };

/** Who imported which files of members, the newest first. */
export async function listMemberImports(actor: Actor, now: string): Promise<MemberImport[]> {
  if (!keepsRegisters(actor, now)) return [];
  return withActor(actor, async (tx) => (await readRows(tx, Prisma.empty)).map((row) => summaryOf(row, now)));
}

/** @returns undefined for what isn't there, and for whoever doesn't keep the registers */
export async function readMemberImport(actor: Actor, id: string, now: string): Promise<MemberImportDetail | undefined> {
  if (!keepsRegisters(actor, now)) return undefined;
  const [row] = await withActor(actor, (tx) => readRows(tx, Prisma.sql`and import_batch.id = ${id}::uuid`));
  if (!row) return undefined;
  const unread = await readUnread(actor, id, now);
  return { summary: summaryOf(row, now), result: anyBatchOf(row).result ?? {}, problems: unread?.problems ?? [] };
}

function readRows(tx: Transaction, condition: Prisma.Sql): Promise<(Row & { importedBy: string })[]> {
  return tx.$queryRaw`
    select ${batchColumns}, person.name as "importedBy" from import_batch join app_user person on person.id = imported_by_id
    where import_batch.kind = ${batchKindOf.member} ${condition} order by started_at desc, import_batch.id desc limit 50`;
}

function summaryOf(row: Row & { importedBy: string }, now: string): MemberImport {
  const batch = anyBatchOf(row);
  return {
    ...stateOf(batch),
    fileName: batch.fileName ?? "",
    importedBy: row.importedBy,
    startedAt: batch.startedAt.toISOString(),
    acceptedAt: batch.acceptedAt?.toISOString(),
    silent: Date.parse(now) - batch.touchedAt.getTime() > silentAfter,
    options: memberOptionsOf(batch),
  };
}
