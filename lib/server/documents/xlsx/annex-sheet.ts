import "server-only";
import { columnName } from "@/lib/domain/import/mapping";
import type { Annex, AnnexRow } from "@/lib/domain/report/report-document";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { reportWorkbookTexts } from "@/lib/text/report-workbook";
import type { Figures } from "./figures-sheet";
import { liveCell } from "./live-cells";
import { heightOf } from "./row-height";
import { sumCell } from "./sum-cell";

/** An annex as a sheet to reckon with and to print: A4 across, its head on every page. */
export function annexSheet(annex: Annex, figures: Figures): WorkbookSheet {
  const titleRows = titleCells(annex);
  const headFrom = titleRows.length + 1;
  const headRows = titleRows.length + annex.head.length + 1;
  const firstRow = headRows + 1;
  const totalsFrom = firstRow + annex.rows.length;
  const notesFrom = totalsFrom + annex.totals.length;
  const notes = [annex.notesHead, ...annex.notes];
  const grid = headGrid(annex, headFrom);
  const rowAcross = (row: number) => `A${row}:${columnName(annex.columns.length - 1)}${row}`;
  const characters = annex.columns.reduce((sum, { width }) => sum + width, 0);
  return {
    name: reportWorkbookTexts.annexes[annex.key],
    columns: annex.columns.map(({ kind, width }) => ({ width, style: kind === "ordinal" ? "ordinal" : kind === "name" ? "text" : "number" })),
    rows: [
      ...titleRows, ...grid.rows,
      ...annex.rows.map(({ cells }, row) => cells.map((_, column) => liveCell(cells, column, { sheetRow: firstRow + row, row, figures }))),
      ...annex.totals.map((total, index) => totalCells(total, annex, { sheetRow: totalsFrom + index, firstRow, totalsFrom, figures })),
      ...notes.map((value): WorkbookCell[] => [{ value, style: "note" }]),
    ],
    merges: [...titleRows.map((_, index) => rowAcross(index + 1)), ...grid.merges, ...notes.map((_, index) => rowAcross(notesFrom + index))],
    heights: {
      ...fromRow(1, titleRows.map(() => heightOf("", characters, "heading"))),
      ...fromRow(headFrom, grid.heights),
      ...fromRow(firstRow, [...annex.rows, ...annex.totals].map(({ cells }) => heightOf(cells[1]?.text ?? "", annex.columns[1]?.width ?? 0))),
      ...fromRow(notesFrom, notes.map((note) => heightOf(note, characters, "note"))),
    },
    headRows, repeatFrom: headFrom, headColumns: 2, orientation: "landscape",
  };
}

function fromRow(first: number, heights: readonly number[]): Record<number, number> {
  return Object.fromEntries(heights.map((height, index) => [first + index, height]));
}

function titleCells({ label, title, attachedTo }: Annex): WorkbookCell[][] {
  return [label, ...title].map((value): WorkbookCell[] => [{ value, style: "heading" }]).concat([[{ value: attachedTo, style: "subheading" }]]);
}

type TotalSeat = { readonly sheetRow: number; readonly firstRow: number; readonly totalsFrom: number; readonly figures: Figures };

/** The province's targets are its own numbers; what was done is the sum of the rows above, its share of the target below it. */
function totalCells({ of, cells }: AnnexRow, { rows }: Annex, { sheetRow, firstRow, totalsFrom, figures }: TotalSeat): WorkbookCell[] {
  return cells.map(({ value, says }, column): WorkbookCell => {
    const name = columnName(column);
    if (of.kind === "achieved" && value.kind === "ratio") {
      const target = `${columnName(column - 1)}${totalsFrom}`;
      return { value: { formula: `IF(${target}=0,0,${name}${totalsFrom}/${target})`, result: value.part / value.whole }, style: "percent", bold: true };
    }
    if (value.kind === "count" && says?.what !== "target") {
      const parts = rows.map((row) => countOf(row, column));
      return { value: sumCell(value.count, parts, `${name}${firstRow}:${name}${firstRow + rows.length - 1}`), bold: true };
    }
    const cell = liveCell(cells, column, { sheetRow, row: rows.length, figures });
    return typeof cell === "object" && cell !== null && "value" in cell ? { ...cell, bold: true } : { value: cell, bold: true };
  });
}

function countOf({ cells }: AnnexRow, column: number): number {
  const value = cells[column]?.value;
  return value?.kind === "count" ? value.count : 0;
}

/** The head as rows of a sheet: a cell that another one reaches into is there, empty, and drawn with its lines. */
function headGrid({ columns: widths, head, columnNumbers }: Annex, firstRow: number): { readonly rows: WorkbookCell[][]; readonly merges: string[]; readonly heights: number[] } {
  const texts: (string | undefined)[][] = [...head, columnNumbers].map(() => widths.map(() => undefined));
  const heights = [...head, columnNumbers].map(() => 0);
  const merges: string[] = [];
  [...head, columnNumbers].forEach((cells, row) => {
    for (const { text, columns, rows } of cells) {
      const column = texts[row]!.indexOf(undefined);
      for (let down = 0; down < rows; down += 1) texts[row + down]!.fill("", column, column + columns);
      texts[row]![column] = text;
      if (columns > 1 || rows > 1) merges.push(`${columnName(column)}${firstRow + row}:${columnName(column + columns - 1)}${firstRow + row + rows - 1}`);
      const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one.width, 0);
      if (rows === 1) heights[row] = Math.max(heights[row]!, heightOf(text, width * boldShare));
    }
  });
  const rows = texts.map((cells, row) => cells.map((value): WorkbookCell => ({ value: value ?? "", style: row === head.length ? "columnNumber" : "head" })));
  return { rows, merges, heights };
}

/** Bold letters are wider: as if the column were narrower. */
const boldShare = 0.75;
