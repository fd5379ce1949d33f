import "server-only";
import { columnName } from "@/lib/domain/import/mapping";
import type { Ratio } from "@/lib/domain/report/register-indicators";
import type { Annex, AnnexCell, AnnexRow } from "@/lib/domain/report/report-document";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { annexTexts } from "@/lib/text/report-annexes";
import { reportWorkbookTexts } from "@/lib/text/report-workbook";
import { heightOf } from "./row-height";
import { sumCell } from "./sum-cell";

/**
 * Both numbers of every share, unit by unit: the percentages of the annexes are reckoned from here. In the rows of the
 * annexes, with their total below.
 */
export type Figures = {
  readonly sheet: WorkbookSheet;
  /** Where part and whole of a share stand: `'Số liệu'!C4`. Rows count from 0, the total is the last. */
  readonly referenceOf: (row: number, says: NonNullable<AnnexCell["says"]>) => { readonly part: string; readonly whole: string } | undefined;
};

const indicators = ["transacting_rate", "online_rate"] as const;
const headRows = 3;
const nameWidth = 44;
/** Two lines. */
const headHeight = 2 * heightOf("", nameWidth);

export function figuresOf(annexes: readonly Annex[]): Figures {
  const shares = (["now", "before"] as const).flatMap((what) => indicators.flatMap((indicator) => (hasShare(annexes, indicator, what) ? [{ indicator, what }] : [])));
  const rows = annexes[0]!.rows.map((row, index) => ({ row, ratios: shares.map((share) => ratioIn(annexes.map((annex) => annex.rows[index]), share)) }));
  const totals = shares.map((share) => ratioIn(annexes.map((annex) => annex.totals[0]), share));
  const columnOf = (says: NonNullable<AnnexCell["says"]>) => shares.findIndex(({ indicator, what }) => indicator === says.indicator && what === says.what);
  return {
    sheet: {
      name: reportWorkbookTexts.figures,
      columns: [{ width: 5, style: "ordinal" }, { width: nameWidth, style: "text" }, ...shares.flatMap(() => [{ width: 13, style: "number" }, { width: 13, style: "number" }] as const)],
      rows: [...headOf(shares), ...rows.map(({ row, ratios }) => [...row.cells.slice(0, 2).map(nameCell), ...ratios.flatMap(pairOf)]), totalRow(rows.map(({ ratios }) => ratios), totals)],
      merges: ["A2:A3", "B2:B3", `A1:${columnName(1 + shares.length * 2)}1`, ...shares.map((_, index) => `${columnName(2 + index * 2)}2:${columnName(3 + index * 2)}2`)],
      heights: { 1: heightOf("", 100, "heading"), 2: headHeight, 3: headHeight, ...Object.fromEntries([...rows.map(({ row }) => row.cells[1]?.text ?? ""), annexTexts.total].map((name, index) => [headRows + 1 + index, heightOf(name, nameWidth)])) },
      headRows, repeatFrom: 2, headColumns: 2, orientation: "landscape",
    },
    referenceOf: (row, says) => {
      const column = columnOf(says);
      if (column < 0) return undefined;
      const at = (offset: number) => `'${reportWorkbookTexts.figures}'!${columnName(2 + column * 2 + offset)}${headRows + 1 + row}`;
      return { part: at(0), whole: at(1) };
    },
  };
}

type Share = { readonly indicator: (typeof indicators)[number]; readonly what: "now" | "before" };

function headOf(shares: readonly Share[]): WorkbookCell[][] {
  const head = (value: string): WorkbookCell => ({ value, style: "head" });
  return [
    [{ value: reportWorkbookTexts.figuresTitle, style: "heading" }],
    [head(annexTexts.ordinal), head(annexTexts.unit), ...shares.flatMap(({ indicator, what }) => [head(`${annexTexts.heads[indicator]}: ${reportWorkbookTexts[what]}`), head("")])],
    [head(""), head(""), ...shares.flatMap(({ indicator }) => [head(reportWorkbookTexts.part[indicator]), head(reportWorkbookTexts.whole[indicator])])],
  ];
}

function totalRow(rows: readonly (readonly (Ratio | undefined)[])[], totals: readonly (Ratio | undefined)[]): WorkbookCell[] {
  const last = headRows + rows.length;
  const sums = totals.flatMap((total, index) => (["part", "whole"] as const).map((of, offset) => {
    const column = columnName(2 + index * 2 + offset);
    return sumCell(total?.[of] ?? null, rows.map((ratios) => ratios[index]?.[of] ?? 0), `${column}${headRows + 1}:${column}${last}`);
  }));
  return [{ value: null, bold: true }, { value: annexTexts.total, bold: true }, ...sums.map((value) => ({ value, bold: true }))];
}

function hasShare(annexes: readonly Annex[], indicator: Share["indicator"], what: Share["what"]): boolean {
  return annexes.some(({ totals, rows }) => [...totals, ...rows].some((row) => ratioIn([row], { indicator, what })));
}

function ratioIn(rows: readonly (AnnexRow | undefined)[], { indicator, what }: Share): Ratio | undefined {
  const cells = rows.flatMap((row) => row?.cells ?? []);
  return cells.flatMap(({ value, says }) => (value.kind === "ratio" && says?.indicator === indicator && says.what === what ? [{ part: value.part, whole: value.whole }] : []))[0];
}

function pairOf(ratio: Ratio | undefined): WorkbookCell[] {
  return ratio ? [ratio.part, ratio.whole] : [null, null];
}

function nameCell({ text, value }: AnnexCell): WorkbookCell {
  return value.kind === "count" ? value.count : text;
}
