import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { ImportDetail, ImportProblem, ImportState, ImportSummary, PreviousImport } from "@/lib/protocol/imports";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { batchColumns, batchKinds, batchOf, findBatch, stateOf, type Batch, type Row } from "./batch-row";
import { silentAfter } from "./clean-up";
import { keepsRegisters } from "./keeper";
import { registerStageKinds } from "./register-kinds";

/** How far an import is. */
export async function readImportState(actor: Actor, id: string, now: string): Promise<Result<ImportState, RefusalCode>> {
  const batch = keepsRegisters(actor, now) ? await withActor(actor, (tx) => findBatch(tx, id)) : undefined;
  return batch ? ok(stateOf(batch)) : err("unknownOrForbidden");
}

/** Who imported what, the newest first. */
export async function listImports(actor: Actor, now: string): Promise<ImportSummary[]> {
  if (!keepsRegisters(actor, now)) return [];
  return withActor(actor, async (tx) => (await readRows(tx, Prisma.empty)).map((row) => summaryOf(row, now)));
}

/** @returns undefined for what isn't there, and for whoever doesn't keep the registers */
export async function readImport(actor: Actor, id: string, now: string): Promise<ImportDetail | undefined> {
  if (!keepsRegisters(actor, now)) return undefined;
  return withActor(actor, async (tx) => {
    const [row] = await readRows(tx, Prisma.sql`and import_batch.id = ${id}::uuid`);
    return row && { summary: summaryOf(row, now), result: batchOf(row).result ?? {}, problems: await readProblems(tx, id) };
  });
}

/** The import of the same kind that was accepted before this one. */
export async function findPreviousImport(actor: Actor, { id, kind, acceptedAt }: ImportSummary): Promise<PreviousImport | undefined> {
  const [row] = await withActor(actor, (tx) => tx.$queryRaw<{ at: Date; after: PreviousImport["after"] | null }[]>`
    select accepted_at as at, result -> 'after' as after from import_batch
    where kind = ${registerStageKinds[kind].batchKind} and accepted_at < ${acceptedAt ?? null}::timestamptz and id <> ${id}::uuid
    order by accepted_at desc limit 1`);
  return row?.after ? { at: row.at.toISOString(), after: row.after } : undefined;
}

/** The rows that could not be read, as far as they are kept. Undefined as `readImport`. */
export async function readUnread(actor: Actor, id: string, now: string): Promise<{ fileName: string; problems: ImportProblem[] } | undefined> {
  if (!keepsRegisters(actor, now)) return undefined;
  return withActor(actor, async (tx) => {
    const batch = await findBatch(tx, id);
    return batch && { fileName: batch.fileName ?? "", problems: await readProblems(tx, id) };
  });
}

function readRows(tx: Transaction, condition: Prisma.Sql): Promise<(Row & { importedBy: string })[]> {
  return tx.$queryRaw`
    select ${batchColumns}, person.name as "importedBy" from import_batch join app_user person on person.id = imported_by_id
    where import_batch.kind = any (${batchKinds}) ${condition} order by started_at desc, import_batch.id desc limit 50`;
}

function summaryOf(row: Row & { importedBy: string }, now: string): ImportSummary {
  const batch: Batch = batchOf(row);
  return {
    ...stateOf(batch),
    kind: batch.kind,
    source: batch.layout.source,
    fileName: batch.fileName ?? "",
    layoutName: batch.layout.name,
    importedBy: row.importedBy,
    startedAt: batch.startedAt.toISOString(),
    acceptedAt: batch.acceptedAt?.toISOString(),
    silent: Date.parse(now) - batch.touchedAt.getTime() > silentAfter,
  };
}

async function readProblems(tx: Transaction, id: string): Promise<ImportProblem[]> {
  const rows = await tx.$queryRaw<(Omit<ImportProblem, "column" | "text"> & { column: string | null; text: string | null })[]>`
    select row_number as "rowNumber", field, code, column_name as "column", text from import_problem where batch_id = ${id}::uuid order by row_number, field limit 2000`;
  return rows.map(({ column, text, ...problem }) => ({ ...problem, column: column ?? undefined, text: text ?? undefined }));
}
