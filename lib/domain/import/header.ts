import { cleanText } from "../text/clean-text";
import { knownColumnNames } from "./column-names";
import { wordsOf } from "./clean-cell";
import type { RecordKind } from "./record-fields";
import type { Row } from "./row";

/** A column's own name and the name above it, where several columns stand below one. */
export type HeaderColumn = { readonly name: string; readonly group: string };

/** The names of all columns, from the first; data begins behind `lastRowNumber`. */
export type Header = { readonly firstRowNumber: number; readonly lastRowNumber: number; readonly columns: readonly HeaderColumn[] };

/** Rows that may stand above the data: titles, addressees, dates. */
export const headerSearchRows = 50;

/**
 * Finds the row of column names below title rows; with the row above or below it, where names are in two rows
 * (merged cells: a name above several columns). Undefined where no row has two names of columns we know.
 */
export function findHeader(rows: readonly Row[]): Header | undefined {
  const candidates = rows.slice(0, headerSearchRows);
  const counts = candidates.map(knownNamesIn);
  const best = counts.indexOf(Math.max(0, ...counts));
  const row = candidates[best];
  if (!row || (counts[best] ?? 0) < 2) return undefined;
  const [above, below] = [candidates[best - 1], candidates[best + 1]];
  if (below && isChildRow(row, below)) return joinRows(row, below);
  if (above && isParentRow(above, row)) return joinRows(above, row);
  return { firstRowNumber: row.rowNumber, lastRowNumber: row.rowNumber, columns: row.cells.map((cell) => ({ name: cleanText(cell), group: "" })) };
}

/** The text whose digest says whether two files have the same layout: kind and folded names, column by column. */
export function layoutSignature(kind: RecordKind, header: Header): string {
  return [kind, ...header.columns.map(({ name, group }) => `${wordsOf(group)}/${wordsOf(name)}`)].join("|").replace(/(\|\/)+$/, "");
}

/** Numbers and days are no names: a data row may hold words that are names elsewhere. */
function knownNamesIn({ cells }: Row): number {
  return new Set(cells.map(wordsOf).filter((words) => knownColumnNames.has(words))).size;
}

/** Nothing in it is data, and each of its names stands below one that spans several columns, or repeats a merged one. */
function isChildRow(parent: Row, child: Row): boolean {
  if (child.cells.some((cell) => /\d/.test(cell))) return false;
  const named = child.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  const isBelow = named.map((column) => isInGroup(parent, child, column));
  return isBelow.includes(true) && named.every((column, index) => isBelow[index] || wordsOf(child.cells[column]!) === wordsOf(parent.cells[column] ?? ""));
}

/** Names of groups: one at least stands over two or more of the names below. Titles are longer, or alone. */
function isParentRow(parent: Row, child: Row): boolean {
  const named = parent.cells.filter((cell) => cell.trim() !== "");
  if (named.length < 2 || named.some((cell) => cell.length > 60)) return false;
  return child.cells.some((cell, column) => cell.trim() !== "" && isInGroup(parent, child, column));
}

/** Whether what is named above reaches over this column and another one. */
function isInGroup(parent: Row, child: Row, column: number): boolean {
  const isFree = (at: number) => (parent.cells[at] ?? "").trim() === "" && (child.cells[at] ?? "").trim() !== "";
  return groupAt(parent, column) !== "" && (isFree(column) || isFree(column + 1));
}

/** The name here, or the nearest to the left. */
function groupAt(parent: Row, column: number): string {
  for (let at = column; at >= 0; at--) {
    const name = cleanText(parent.cells[at] ?? "");
    if (name !== "") return name;
  }
  return "";
}

/** A name of the upper row that has none below it is the column's own. */
function joinRows(parent: Row, child: Row): Header {
  const width = Math.max(parent.cells.length, child.cells.length);
  const columns = Array.from({ length: width }, (_, column) => {
    const own = cleanText(child.cells[column] ?? "");
    const above = cleanText(parent.cells[column] ?? "");
    if (own === "" || own === above) return { name: own === "" ? above : own, group: "" };
    return { name: own, group: groupAt(parent, column) };
  });
  return { firstRowNumber: parent.rowNumber, lastRowNumber: child.rowNumber, columns };
}
