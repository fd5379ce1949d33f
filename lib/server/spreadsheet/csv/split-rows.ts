import "server-only";
import { FileRefused } from "../file-refused";
import { rowCharacterLimit } from "../limits";
import type { Format } from "./guess-format";

/**
 * Cuts text into rows of cells; a row or a quoted cell may go on in the next piece. A quote counts only where a
 * cell begins. Hand-written because a million rows must take seconds, and rows may be of any length.
 */
export async function* splitRows(texts: AsyncIterable<string>, guess: (start: string) => Format): AsyncGenerator<string[][]> {
  let format: Format | undefined;
  let rest = "";
  for await (const piece of texts) {
    format ??= guess(piece);
    const cut = cutRows(rest === "" && piece !== "" ? piece : rest + piece, format, false);
    format = { ...format, skip: 0 };
    rest = cut.rest;
    if (rest.length > rowCharacterLimit) throw new FileRefused("fileUnreadable");
    yield cut.rows;
  }
  if (format && rest !== "") yield cutRows(rest, format, true).rows;
}

function cutRows(text: string, { delimiter, lineEnd, skip }: Format, isLast: boolean): { rows: string[][]; rest: string } {
  const rows: string[][] = [];
  let position = skip;
  let quote = text.indexOf('"', position);
  while (position < text.length) {
    const end = text.indexOf(lineEnd, position);
    if (end === -1 && !isLast) break;
    if (quote !== -1 && quote < position) quote = text.indexOf('"', position);
    if (quote === -1 || (end !== -1 && quote > end)) {
      const line = text.slice(position, end === -1 ? text.length : lengthWithoutReturn(text, position, end));
      rows.push(line.split(delimiter));
      position = end === -1 ? text.length : end + 1;
      continue;
    }
    const row = cutQuotedRow(text, position, delimiter, lineEnd, isLast);
    if (!row) break;
    rows.push(row.cells);
    position = row.next;
  }
  return { rows, rest: text.slice(position) };
}

/** Undefined while the end of the row isn't there yet. */
function cutQuotedRow(text: string, start: number, delimiter: string, lineEnd: string, isLast: boolean): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  let position = start;
  for (;;) {
    let inQuotes = "";
    if (text[position] === '"') {
      const quoted = readQuoted(text, position + 1, isLast);
      if (!quoted) return undefined;
      inQuotes = quoted.value;
      position = quoted.next;
    }
    const endOfLine = indexOrEnd(text, lineEnd, position);
    const endOfCell = position + indexOrEnd(text.slice(position, endOfLine), delimiter, 0);
    if (endOfCell === text.length && !isLast) return undefined;
    const isRowEnd = endOfCell === endOfLine;
    cells.push(inQuotes + text.slice(position, isRowEnd ? lengthWithoutReturn(text, position, endOfCell) : endOfCell));
    if (isRowEnd) return { cells, next: endOfCell + 1 };
    position = endOfCell + 1;
  }
}

/** From behind the opening quote to behind the closing one. */
function readQuoted(text: string, start: number, isLast: boolean): { value: string; next: number } | undefined {
  let value = "";
  let position = start;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote === -1) return isLast ? { value: value + text.slice(position), next: text.length } : undefined;
    // The last character of a piece: whether a second quote follows is not known yet.
    if (quote === text.length - 1 && !isLast) return undefined;
    value += text.slice(position, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    position = quote + 2;
  }
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index;
}

/** Where a line ends without the carriage return before its line feed. */
function lengthWithoutReturn(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === "\r" ? end - 1 : end;
}
