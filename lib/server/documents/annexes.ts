import "server-only";
import type { ChangeFormat } from "@/lib/domain/report/change";
import { findIndicator } from "@/lib/domain/report/findings";
import type { MonthlyReportData } from "@/lib/domain/report/monthly-report";
import { changeOf } from "@/lib/domain/report/movers";
import type { Annex, AnnexCell, AnnexHeadCell } from "@/lib/domain/report/report-document";
import { annexIndicators, isRatio, type ReportLine, type ReportTable } from "@/lib/domain/report/report-table";
import { formatCount } from "@/lib/text/moment";
import { attachedText, pointNames } from "@/lib/text/report";
import { annex1Title, annex2Title, annexNotes, annexTexts } from "@/lib/text/report-annexes";
import { annexRows, changeCell, countCell, numberCell, targetCell, textCell } from "./annex-cells";

/** Phụ lục 1: every unit's targets and results. */
export function annex1({ table, heading }: MonthlyReportData): Annex {
  const numbers = (line: ReportLine) => [countCell(line.members), ...annexIndicators.flatMap((one) => [targetCell(line, one), numberCell(line, one, "now")])];
  return {
    key: "annex1",
    label: annexTexts.labels.annex1,
    title: annex1Title(table),
    attachedTo: attachedText(table, heading),
    columns: [{ kind: "ordinal", width: 5 }, { kind: "name", width: 40 }, { kind: "number", width: 9 }, ...annexIndicators.flatMap(() => [numberColumn(8), numberColumn(8)])],
    head: [
      [head(annexTexts.ordinal, 1, 3), head(annexTexts.unit, 1, 3), head(annexTexts.members, 1, 3), head(annexTexts.indicators, annexIndicators.length * 2)],
      annexIndicators.map((one) => head(annexTexts.heads[one], 2)),
      annexIndicators.flatMap(() => [head(annexTexts.target), head(annexTexts.achieved)]),
    ],
    columnNumbers: [...columnNumbers(1, 3), ...columnNumbers(4, annexIndicators.length, 2)],
    rows: annexRows(table, numbers),
    totals: [{ of: { kind: "total" }, cells: [textCell(""), textCell(annexTexts.total), ...numbers(table.total)] }, { of: { kind: "achieved" }, cells: achievedCells(table) }],
    notesHead: annexTexts.notes,
    notes: annexNotes(table, 4),
  };
}

/** Phụ lục 2: the same against the point before; undefined where there is none. */
export function annex2({ table, heading }: MonthlyReportData, format: ChangeFormat): Annex | undefined {
  if (!table.previousPoint) return undefined;
  const { before, now } = pointNames(table.previousPoint, table.point);
  const numbers = (line: ReportLine) => annexIndicators.flatMap((one) => [numberCell(line, one, "before"), numberCell(line, one, "now"), changeCell(changeOf(line, one), one, format)]);
  return {
    key: "annex2",
    label: annexTexts.labels.annex2,
    title: annex2Title(table),
    attachedTo: attachedText(table, heading),
    columns: [{ kind: "ordinal", width: 5 }, { kind: "name", width: 30 }, ...annexIndicators.flatMap(() => [numberColumn(7), numberColumn(7), numberColumn(8)])],
    head: [
      [head(annexTexts.ordinal, 1, 3), head(annexTexts.unit, 1, 3), head(annexTexts.indicators, annexIndicators.length * 3)],
      annexIndicators.map((one) => head(annexTexts.heads[one], 3)),
      annexIndicators.flatMap((one) => [head(annexTexts.until(before)), head(annexTexts.until(now)), head(isRatio(one) ? annexTexts.points : annexTexts.growth)]),
    ],
    columnNumbers: [...columnNumbers(1, 2), ...columnNumbers(3, annexIndicators.length, 3)],
    rows: annexRows(table, numbers),
    totals: [{ of: { kind: "total" }, cells: [textCell(""), textCell(annexTexts.total), ...numbers(table.total)] }],
    notesHead: annexTexts.notes,
    notes: annexNotes(table, 3).slice(0, annexIndicators.length),
  };
}

const numberColumn = (width: number) => ({ kind: "number", width }) as const;

function head(text: string, columns = 1, rows = 1): AnnexHeadCell {
  return { text, columns, rows };
}

/** `(1)`, `(2)`, …: the numbers that the notes speak of. */
function columnNumbers(first: number, count: number, columns = 1): AnnexHeadCell[] {
  return Array.from({ length: count }, (_, index) => head(`(${first + index})`, columns));
}

/** Shares stand beside their target as they are: a share of a share says nothing. */
function achievedCells(table: ReportTable): AnnexCell[] {
  return [textCell(""), textCell(annexTexts.ofTarget), textCell(""), ...annexIndicators.flatMap((one): AnnexCell[] => {
    const { total, target, percent } = findIndicator(table, one);
    if (typeof total !== "number" || target === undefined || percent === undefined) return [textCell(""), textCell("")];
    return [textCell(""), { text: `${formatCount(percent)}%`, value: { kind: "ratio", part: total, whole: target } }];
  })];
}
