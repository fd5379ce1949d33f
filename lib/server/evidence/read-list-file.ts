import "server-only";
import type { Row } from "@/lib/domain/import/row";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { foldText } from "@/lib/domain/text/fold";
import { headBytes, kindOf } from "@/lib/server/spreadsheet/file-kind";
import { findFileRefusal } from "@/lib/server/spreadsheet/file-refused";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { policeFileTexts } from "@/lib/text/desk-police";

/** The cells of a row that mean something, and which columns they stand in. */
export type ListedRow = { readonly row: number; readonly key: string; readonly verdict: string; readonly reason: string };
export type ListColumns = { readonly key: number; readonly verdict: number; readonly reason: number };
export type ListFile = { readonly columns: ListColumns; readonly rows: readonly ListedRow[] };

/** No more than twice what an export holds: a file may have been joined from two. */
const mostRows = 10_000;
/** What such a list unpacks to, and the cells in it, many times over. */
const mostUnpacked = 64 * 1024 * 1024;
const mostCells = 500_000;

/** Reads a filled-in list. Refuses with `headerMissing` and with what files are refused for. */
export async function readListFile(bytes: Uint8Array): Promise<Result<ListFile, RefusalCode>> {
  const kind = kindOf(bytes.subarray(0, headBytes));
  if (!kind.ok) return kind;
  try {
    const limits = { ...limitsOf[kind.value], rows: mostRows, unpackedBytes: mostUnpacked, cells: mostCells };
    return await collect(readRows(bytes, kind.value, limits));
  } catch (error) {
    const refusal = findFileRefusal(error);
    if (!refusal) throw error;
    return err(refusal);
  }
}

async function collect(slices: AsyncIterable<Row[]>): Promise<Result<ListFile, RefusalCode>> {
  let columns: ListColumns | undefined;
  const rows: ListedRow[] = [];
  for await (const slice of slices) {
    for (const { rowNumber, cells } of slice) {
      if (!columns) columns = columnsIn(cells);
      else rows.push({ row: rowNumber, key: cells[columns.key] ?? "", verdict: cells[columns.verdict] ?? "", reason: cells[columns.reason] ?? "" });
    }
  }
  return columns ? ok({ columns, rows }) : err("headerMissing");
}

/** Columns may have been moved; their names say what they are. */
function columnsIn(cells: readonly string[]): ListColumns | undefined {
  const names = cells.map((cell) => foldText(cell).trim());
  const [key, verdict, reason] = [policeFileTexts.key, policeFileTexts.verdict, policeFileTexts.reason].map((name) => names.indexOf(foldText(name)));
  return key === undefined || verdict === undefined || reason === undefined || Math.min(key, verdict, reason) < 0 ? undefined : { key, verdict, reason };
}
