import "server-only";
import { columnName } from "@/lib/domain/import/mapping";
import { roundHalf } from "@/lib/domain/report/percent";
import type { AnnexCell, AnnexRow } from "@/lib/domain/report/report-document";
import type { WorkbookCell } from "@/lib/server/spreadsheet/write/workbook-sheet";
import type { Figures } from "./figures-sheet";

/** Where a cell stands: its row in the sheet (from 1), and in the annex (from 0). */
export type Seat = { readonly sheetRow: number; readonly row: number; readonly figures: Figures };

/** A cell of a unit's row: numbers as numbers, shares and changes reckoned from them. */
export function liveCell(cells: AnnexRow["cells"], column: number, seat: Seat): WorkbookCell {
  const cell = cells[column]!;
  const { value, says } = cell;
  if (says?.what === "change") return changeCell(cells, column, seat);
  if (value.kind === "count") return value.count;
  if (value.kind === "percent") return { value: value.percent / 100, style: Number.isInteger(value.percent) ? "percent" : "percentOne" };
  if (value.kind === "ratio" && says) return shareCell(cell, value, seat);
  return { value: cell.text, style: column === 0 ? "ordinal" : "text" };
}

function shareCell({ says, text }: AnnexCell, { part, whole }: { readonly part: number; readonly whole: number }, { row, figures }: Seat): WorkbookCell {
  const at = says && figures.referenceOf(row, says);
  if (!at) return text;
  return { value: { formula: `IF(${at.whole}=0,0,${at.part}/${at.whole})`, result: whole === 0 ? 0 : part / whole }, style: "percent" };
}

/** Growth of counts; of shares the difference of both as they are printed. The two numbers stand to the left. */
function changeCell(cells: AnnexRow["cells"], column: number, { sheetRow }: Seat): WorkbookCell {
  const { text } = cells[column]!;
  const [before, now] = [cells[column - 2]!.value, cells[column - 1]!.value];
  const [atBefore, atNow] = [`${columnName(column - 2)}${sheetRow}`, `${columnName(column - 1)}${sheetRow}`];
  const style = styleOf(text);
  if (before.kind === "count" && now.kind === "count") {
    const result = before.count === 0 ? "-" : (now.count - before.count) / before.count;
    return { value: { formula: `IF(${atBefore}=0,"-",(${atNow}-${atBefore})/${atBefore})`, result }, style };
  }
  if (before.kind === "ratio" && now.kind === "ratio") {
    const printed = ({ part, whole }: typeof now) => (whole === 0 ? 0 : roundHalf(part / whole, 2));
    return { value: { formula: `ROUND(${atNow},2)-ROUND(${atBefore},2)`, result: roundHalf(printed(now) - printed(before), 2) }, style };
  }
  return { value: text, style };
}

/** As many decimals and as much of a sign as the printed text has. */
function styleOf(text: string) {
  const hasDecimal = /[.,]\d%$/.test(text);
  if (text.startsWith("+")) return hasDecimal ? "signedPercentOne" : "signedPercent";
  return hasDecimal ? "percentOne" : "percent";
}
