import "server-only";
import type { Row } from "@/lib/domain/import/row";
import { readCsv } from "./csv/read-csv";
import type { FileKind } from "./file-kind";
import { limitsOf, type Limits } from "./limits";
import type { Source } from "./source";
import { readXlsx } from "./xlsx/read-xlsx";

/**
 * The rows of a file in slices of a few thousand, in bounded memory; rows without anything are left out. Throws
 * `FileRefused` where the file can't be taken: rows before that were already handed over. Whoever stops early
 * (`break`) closes the file.
 * @param sheet of a workbook, by name; without it the first that has something in it
 */
export function readRows(source: Source, kind: FileKind, limits: Limits = limitsOf[kind], sheet?: string): AsyncIterable<Row[]> {
  return kind === "csv" ? readCsv(source, limits) : readXlsx(source, limits, sheet);
}
