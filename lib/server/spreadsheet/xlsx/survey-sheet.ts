import "server-only";
import { FileRefused } from "../file-refused";
import { columnOf, rowOf } from "./cell-address";

/** Cells that are merged with those below them, by column: what stands in the first holds for them all. */
export type MergesByColumn = ReadonlyMap<number, readonly { readonly from: number; readonly through: number }[]>;

export type SheetSurvey = { readonly hasValues: boolean; readonly merges: MergesByColumn };

/**
 * A first look at a sheet: merged cells are named behind the rows that they are about. It only looks for marks
 * in the text, which takes a fraction of the time of reading; `<` stands for nothing else in XML.
 */
export async function surveySheet(bytes: AsyncIterable<Uint8Array>): Promise<SheetSurvey> {
  const merges = new Map<number, { from: number; through: number }[]>();
  let count = 0;
  let hasValues = false;
  let rest = "";
  for await (const piece of bytes) {
    const text = rest + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    hasValues ||= /<(?:\w+:)?(?:v|t)[ >]/.test(text);
    for (const [, first = "", last = ""] of text.matchAll(mergedCells)) {
      if (++count > mergeLimit) throw new FileRefused("tooLarge");
      const merge = { from: rowOf(first), through: rowOf(last) };
      const column = columnOf(first);
      if (merge.through > merge.from) keep(merges, column, merge);
    }
    const unfinished = text.lastIndexOf("<");
    rest = unfinished !== -1 && text.indexOf(">", unfinished) === -1 ? text.slice(unfinished).slice(0, longestTag) : "";
  }
  return { hasValues, merges: sorted(merges) };
}

const mergedCells = /<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+):([A-Z]+\d+)"/g;
const mergeLimit = 50_000;
const longestTag = 1_000;

function sorted(merges: Map<number, { from: number; through: number }[]>): MergesByColumn {
  for (const list of merges.values()) list.sort((a, b) => a.from - b.from);
  return merges;
}

function keep(merges: Map<number, { from: number; through: number }[]>, column: number, merge: { from: number; through: number }): void {
  const list = merges.get(column);
  if (list) list.push(merge);
  else merges.set(column, [merge]);
}
