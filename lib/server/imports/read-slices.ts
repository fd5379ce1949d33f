import "server-only";
import { findHeader, headerSearchRows, type Header } from "@/lib/domain/import/header";
import type { Mapping } from "@/lib/domain/import/mapping";
import type { RecordOf } from "@/lib/domain/import/read-record";
import { recordReader } from "@/lib/domain/import/read-record";
import type { RecordKind, RegisterField } from "@/lib/domain/import/record-fields";
import type { Row } from "@/lib/domain/import/row";
import type { RefusalCode } from "@/lib/domain/refusal";
import { FileRefused } from "@/lib/server/spreadsheet/file-refused";
import { plainTextOf } from "./plain-text";
import type { Numbered, StageKind } from "./stage-kind";

export type RowProblem = {
  readonly rowNumber: number;
  readonly field: RegisterField;
  readonly code: RefusalCode;
  readonly column: string | undefined;
  readonly text: string | undefined;
};

/** A stretch of a file or of what a connector pulled, read. `rowCount`: its rows, unread ones among them. */
export type Slice<Kind extends RecordKind> = {
  readonly records: readonly Numbered<RecordOf[Kind]>[];
  readonly problems: readonly RowProblem[];
  readonly rowCount: number;
  readonly unreadCount: number;
};

/** Rows that are staged in one statement. */
export const stagedAtOnce = 10_000;

type Source = { readonly rows: AsyncIterable<Row[]>; readonly mapping: Mapping; /** Told as soon as it is found. */ onHeader(header: Header): void };

/** The records of a file below its header, in slices. Throws `FileRefused` as `readRows` does, and `headerMissing`. */
export async function* readSlices<Kind extends RecordKind>(strategy: StageKind<Kind>, { rows, mapping, onHeader }: Source): AsyncGenerator<Slice<Kind>> {
  let header: Header | undefined;
  let waiting: Row[] = [];
  const read = sliceReader(strategy, mapping);
  for await (const more of rows) {
    waiting = waiting.length === 0 ? more : waiting.concat(more);
    if (!header) {
      if (waiting.length < headerSearchRows) continue;
      header = headerOf(waiting);
      onHeader(header);
      waiting = below(header, waiting);
    }
    for (; waiting.length >= stagedAtOnce; waiting = waiting.slice(stagedAtOnce)) yield read(waiting.slice(0, stagedAtOnce), header);
  }
  if (!header) {
    header = headerOf(waiting);
    onHeader(header);
    waiting = below(header, waiting);
  }
  if (waiting.length > 0) yield read(waiting, header);
}

/** Reads rows that are known to be records, one slice after the other. */
export function sliceReader<Kind extends RecordKind>(strategy: StageKind<Kind>, mapping: Mapping): (rows: readonly Row[], header?: Header) => Slice<Kind> {
  const read = recordReader(strategy.kind, mapping);
  const keptTextOf = (field: RegisterField, text: string) => strategy.plainTextOf?.(field, text) ?? plainTextOf(text);
  return (rows, header) => {
    const records: Numbered<RecordOf[Kind]>[] = [];
    const problems: RowProblem[] = [];
    let [skipped, unreadCount] = [0, 0];
    for (const row of rows) {
      const record = read(row);
      if (record === "skip") skipped++;
      else {
        const refused = record.ok ? strategy.problemOf?.(record.value) : undefined;
        if (record.ok && !refused) {
          records.push({ rowNumber: row.rowNumber, record: record.value });
          continue;
        }
        unreadCount++;
        const found = record.ok ? [refused].flatMap((problem) => (problem ? [{ ...problem, column: mapping[problem.field] }] : [])) : record.error;
        for (const { field, code, column } of found) {
          const text = column !== undefined && strategy.plainFields.includes(field) ? keptTextOf(field, row.cells[column] ?? "") : undefined;
          problems.push({ rowNumber: row.rowNumber, field, code, column: column === undefined ? undefined : header?.columns[column]?.name, text });
        }
      }
    }
    return { records, problems, rowCount: rows.length - skipped, unreadCount };
  };
}

function headerOf(rows: readonly Row[]): Header {
  const header = findHeader(rows);
  if (!header) throw new FileRefused("headerMissing");
  return header;
}

function below(header: Header, rows: readonly Row[]): Row[] {
  return rows.filter(({ rowNumber }) => rowNumber > header.lastRowNumber);
}
