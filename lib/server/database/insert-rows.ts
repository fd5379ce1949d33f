import "server-only";
import { Prisma } from "@/lib/server/generated/client";
import type { Transaction } from "./with-actor";

/**
 * A row by its columns' names: every row of a call has the same ones, undefined for null. Bytes are `\x` and
 * hexadecimal digits.
 */
export type Row = Readonly<Record<string, unknown>>;

/**
 * All rows in one statement; the database reads them as the table's own type. Nothing happens without rows.
 * @param shared columns that are the same in every row: sent once
 */
export async function insertRows(tx: Transaction, table: string, shared: Row, rows: readonly Row[], onConflict = ""): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Prisma.raw(Object.keys({ ...shared, ...first }).join(", "));
  return tx.$executeRaw`
    insert into ${Prisma.raw(table)} (${columns}) select ${columns} from ${recordsOf(table, shared, rows)} ${Prisma.raw(onConflict)}`;
}

/** The rows as a table to select from: `r(...)` in `update … from`. */
export function recordsOf(table: string, shared: Row, rows: readonly Row[]): Prisma.Sql {
  const type = Prisma.raw(table);
  return Prisma.sql`json_populate_recordset(json_populate_record(null::${type}, ${JSON.stringify(shared)}::json), ${documentOf(rows)})`;
}

export function hexOf(bytes: Uint8Array): string;
export function hexOf(bytes: Uint8Array | undefined): string | undefined;
export function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

/** As bytes, because Prisma would escape a long text once more on its way. */
function documentOf(rows: readonly Row[]): Prisma.Sql {
  return Prisma.sql`convert_from(${Buffer.from(JSON.stringify(rows))}, 'UTF8')::json`;
}
