import type { Row } from "@/lib/domain/import/row";
import type { RefusalCode } from "@/lib/domain/refusal";
import { findFileRefusal } from "@/lib/server/spreadsheet/file-refused";

/** All rows, or why the file was refused. */
export async function readAll(slices: AsyncIterable<Row[]>): Promise<Row[] | RefusalCode> {
  const rows: Row[] = [];
  try {
    for await (const slice of slices) rows.push(...slice);
    return rows;
  } catch (error) {
    const code = findFileRefusal(error);
    if (code === undefined) throw error;
    return code;
  }
}

export async function readCells(slices: AsyncIterable<Row[]>): Promise<(readonly string[])[] | RefusalCode> {
  const rows = await readAll(slices);
  return typeof rows === "string" ? rows : rows.map(({ cells }) => cells);
}
