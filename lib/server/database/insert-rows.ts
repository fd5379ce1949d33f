import "server-only";
import { Prisma } from "@/lib/server/generated/client";
import type { Transaction } from "./with-actor";

/** A row by its columns' names: every row of a call has the same ones. Bytes are `\x` and hexadecimal digits. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows in one statement; the database reads them as the table's own type. Nothing happens without rows. */
export async function insertRows(tx: Transaction, table: string, rows: readonly Row[], onConflict = ""): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Prisma.raw(Object.keys(first).join(", "));
  await tx.$executeRaw`insert into ${Prisma.raw(table)} (${columns}) select ${columns} from ${recordsOf(table, rows)} ${Prisma.raw(onConflict)}`;
}

/** The rows as a table to select from: `r(...)` in `update … from`. */
export function recordsOf(table: string, rows: readonly Row[]): Prisma.Sql {
  return Prisma.sql`json_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(rows)}::json)`;
}

export function hexOf(bytes: Uint8Array): string;
export function hexOf(bytes: Uint8Array | undefined): string | null;
export function hexOf(bytes: Uint8Array | undefined): string | null {
  return bytes ? `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}` : null;
}
