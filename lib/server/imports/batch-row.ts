import "server-only";
import * as z from "zod/mini";
import { Mapping } from "@/lib/domain/import/mapping";
import { recordKinds, type RecordKind } from "@/lib/domain/import/record-fields";
import { importPhases, registerKinds, type ImportResult, type ImportState, type ImportStatus, type RegisterKind } from "@/lib/protocol/imports";
import { MemberOptions } from "@/lib/protocol/members";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { batchKindOf } from "./batch-kinds";

/** How a batch was to be read; kept as `import_batch.layout`. `cursor`: how far a connector came. */
export type Layout = z.infer<typeof Layout>;
export const Layout = z.object({
  source: z.enum(["file", "connector"]),
  mapping: Mapping,
  sheet: z.optional(z.string()),
  name: z.optional(z.string()),
  cursor: z.optional(z.string()),
  /** The batch of the kind that spoke last when reading began: its rows are what this one was compared with. */
  after: z.optional(z.string()),
  members: z.optional(MemberOptions),
});

/** A batch of the register. */
export type Batch<Kind extends RecordKind = RegisterKind> = {
  readonly id: string;
  readonly kind: Kind;
  readonly status: ImportStatus;
  readonly phase: string | null;
  readonly layout: Layout;
  readonly fileName: string | null;
  readonly fileDigest: Uint8Array;
  readonly rowCount: number;
  readonly unreadCount: number;
  readonly newCount: number;
  readonly changedCount: number;
  readonly result: ImportResult | null;
  readonly importedById: string;
  readonly startedAt: Date;
  readonly touchedAt: Date;
  readonly acceptedAt: Date | null;
};

/** A batch of the register or of members. */
export type AnyBatch = Batch<RecordKind>;

export const batchKinds: string[] = registerKinds.map((kind) => batchKindOf[kind]);
export const allBatchKinds: string[] = recordKinds.map((kind) => batchKindOf[kind]);

/** `lock`: nobody else changes it until the end of the transaction. */
export async function findBatch(tx: Transaction, id: string, { lock = false } = {}): Promise<AnyBatch | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select ${batchColumns} from import_batch where id = ${id}::uuid and kind = any (${allBatchKinds}) ${lock ? Prisma.sql`for update` : Prisma.empty}`;
  return row && anyBatchOf(row);
}

export const batchColumns = Prisma.raw(`
  import_batch.id, import_batch.kind, import_batch.status::text, phase, layout, file_name as "fileName", file_digest as "fileDigest",
  row_count as "rowCount", unread_count as "unreadCount", new_count as "newCount", changed_count as "changedCount", result,
  imported_by_id as "importedById", started_at as "startedAt", touched_at as "touchedAt", accepted_at as "acceptedAt"`);

/** Which batch of the kind was accepted last, if any. */
export async function findLastAccepted(tx: Transaction, kind: RecordKind): Promise<string | undefined> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    select id from import_batch where kind = ${batchKindOf[kind]} and accepted_at is not null order by accepted_at desc limit 1`;
  return last?.id;
}

/** As the database gives it. */
export type Row = Omit<Batch, "kind" | "layout" | "result"> & { readonly kind: string; readonly layout: unknown; readonly result: unknown };

export function batchOf(row: Row): Batch {
  return batchAmong(registerKinds, row);
}

export function anyBatchOf(row: Row): AnyBatch {
  return batchAmong(recordKinds, row);
}

export function stateOf({ id, status, phase, rowCount, unreadCount, newCount, changedCount, result }: AnyBatch): ImportState {
  const known = importPhases.find((candidate) => candidate === phase);
  return {
    id, status, rowCount, unreadCount, newCount, changedCount,
    ...(known ? { phase: known } : {}),
    ...(result?.sameAs ? { sameAs: result.sameAs } : {}),
  };
}

function batchAmong<Kind extends RecordKind>(kinds: readonly Kind[], { kind: batchKind, layout, result, ...row }: Row): Batch<Kind> {
  const kind = kinds.find((candidate) => batchKindOf[candidate] === batchKind);
  if (!kind) throw new Error(`${batchKind} is none of ${kinds.join(", ")}`);
  return { ...row, kind, layout: Layout.parse(layout), result: result as ImportResult | null };
}
