import "server-only";
import { columnName } from "@/lib/domain/import/mapping";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetKind, SheetRow, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import type { StyleName } from "@/lib/server/spreadsheet/write/cell-styles";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import type { Sheet } from "./sheet";

/** A tab for each table, ready to print. `footer`: whose copy it is. */
export function workbookSheets({ tables, orientation = "portrait" }: Sheet, footer: string): WorkbookSheet[] {
  return tables.map((table) => workbookSheet(table, orientation, footer));
}

const styleOf: Record<SheetKind, StyleName> = { text: "text", count: "number", decimal: "decimal", share: "percent", rate: "percentTwo", day: "day" };

function workbookSheet({ name, title, about, columns, rows, totals = [], notes = [] }: SheetTable, orientation: "portrait" | "landscape", footer: string): WorkbookSheet {
  const last = columnName(columns.length - 1);
  const above: WorkbookCell[][] = [[{ value: title, style: "heading" }], ...about.map((line): WorkbookCell[] => [{ value: line, style: "subheading" }])];
  const head = headRows(columns, above.length + 1);
  const first = above.length + head.rows.length + 1;
  const below = first + rows.length + totals.length;
  return {
    name,
    orientation,
    footer,
    columns: columns.map(({ width, kind }) => ({ width, style: styleOf[kind] })),
    headRows: first - 1,
    repeatFrom: above.length + 1,
    heights: heightsOf(columns, [...above.map(() => null), ...head.texts, ...rows.map(textsOf), ...totals.map(textsOf), ...notes.map((note) => [note])], below),
    merges: [...above.map((_, index) => `A${index + 1}:${last}${index + 1}`), ...head.merges, ...notes.map((_, index) => `A${below + index}:${last}${below + index}`)],
    rows: [
      ...above, ...head.rows,
      ...rows.map((row) => row.map((value, column) => cellOf(value, columns[column]!))),
      ...totals.map((row) => row.map((value, column) => totalOf(value, columns[column]!, column, rows, first))),
      ...notes.map((note): WorkbookCell[] => [{ value: note, style: "note" }]),
    ],
  };
}

/** One row of headings, or two where some of them stand below a group. */
function headRows(columns: readonly SheetColumn[], rowNumber: number): { rows: WorkbookCell[][]; texts: string[][]; merges: string[] } {
  const headOf = (value: string): WorkbookCell => ({ value, style: "head" });
  if (columns.every(({ group }) => group === undefined)) return { rows: [columns.map(({ head }) => headOf(head))], texts: [columns.map(({ head }) => head)], merges: [] };
  const merges: string[] = [];
  columns.forEach(({ group }, column) => {
    const name = columnName(column);
    if (group === undefined) merges.push(`${name}${rowNumber}:${name}${rowNumber + 1}`);
    else if (columns[column - 1]?.group !== group) {
      const size = columns.slice(column).findIndex((other) => other.group !== group);
      const width = size === -1 ? columns.length - column : size;
      if (width > 1) merges.push(`${name}${rowNumber}:${columnName(column + width - 1)}${rowNumber}`);
    }
  });
  return {
    rows: [columns.map(({ group, head }) => headOf(group ?? head)), columns.map(({ group, head }) => headOf(group === undefined ? "" : head))],
    texts: [columns.map(() => ""), columns.map(({ head }) => head)],
    merges,
  };
}

function cellOf(value: SheetValue, { kind }: SheetColumn): WorkbookCell {
  if (typeof value === "object" && value !== null) return { value: value.value, style: styleOf[value.kind] };
  return kind === "day" && typeof value === "string" ? { day: value as LocalDate } : value;
}

/** A sum of what stands above it is a formula: it goes along with what somebody corrects. */
function totalOf(value: SheetValue, column: SheetColumn, index: number, rows: readonly SheetRow[], first: number): WorkbookCell {
  const above = rows.map((row) => row[index] ?? 0);
  const sum = above.reduce<number>((all, each) => all + (typeof each === "number" ? each : Number.NaN), 0);
  const isSum = column.kind === "count" && rows.length > 0 && sum === value;
  const name = columnName(index);
  if (isSum) return { value: { formula: `SUM(${name}${first}:${name}${first + rows.length - 1})`, result: sum }, bold: true };
  const cell = cellOf(value, column);
  return typeof cell === "object" && cell !== null && "value" in cell ? { ...cell, bold: true } : { value: cell, bold: true };
}

function textsOf(row: SheetRow): string[] {
  return row.map((value) => (typeof value === "string" ? value : ""));
}

/** Points of one line of the tables' letters. */
const lineHeight = 16;

/** Some programs leave a row as high as one line, whatever wraps in it: rows with more say how high they are. */
function heightsOf(columns: readonly SheetColumn[], texts: readonly (readonly string[] | null)[], firstNote: number): Record<number, number> {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const heights = texts.flatMap((cells, index): [number, number][] => {
    if (!cells) return [];
    const widthOf = (column: number) => (index + 1 >= firstNote ? all : columns[column]!.width);
    const lines = Math.max(...cells.map((text, column) => linesOf(text, widthOf(column))));
    return lines > 1 ? [[index + 1, lines * lineHeight]] : [];
  });
  return Object.fromEntries(heights);
}

/** Words move to the next line as a whole. */
function linesOf(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    if (used > 0 && used + word.length > width) [lines, used] = [lines + 1, 0];
    used += word.length + 1;
  }
  return lines;
}
