import "server-only";
import { reasonsOf, type PoliceKind } from "@/lib/domain/evidence/checked-kind";
import { rowKeyOf } from "@/lib/domain/evidence/row-key";
import type { WorkbookCell, WorkbookSheet } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { evidenceReasonText, policeFileTexts, policeTexts } from "@/lib/text/desk-police";
import { momentText } from "@/lib/text/moment";
import type { CheckedDetail } from "./check-rows";

/** The list as it leaves the house: least columns, whose copy it is on top and on every page, choices where one fills in. */
export function listSheet(kind: PoliceKind, details: readonly CheckedDetail[], { name, now }: { readonly name: string; readonly now: string }): WorkbookSheet {
  const facts = factColumns[kind];
  const heads = [policeFileTexts.key, ...facts.map(({ head }) => head), policeFileTexts.verdict, policeFileTexts.reason];
  const watermark = policeFileTexts.watermark(name, momentText(now));
  const lastRow = headRows + Math.max(details.length, 1);
  const [verdictColumn, reasonColumn] = [letterOf(heads.length - 2), letterOf(heads.length - 1)];
  return {
    name: policeFileTexts.sheet,
    columns: [{ width: 12, style: "text" }, ...facts.map(({ width, style }) => ({ width, style })), { width: 14, style: "text" }, { width: 28, style: "text" }],
    rows: [
      [{ value: policeFileTexts.heading[kind], style: "heading" }],
      [{ value: watermark, style: "note" }],
      [{ value: policeFileTexts.howTo, style: "note" }],
      heads.map((head): WorkbookCell => ({ value: head, style: "head" })),
      ...details.map((detail) => [rowKeyOf(detail.row), ...facts.map(({ of }) => of(detail)), "", ""]),
    ],
    headRows,
    repeatFrom: headRows,
    merges: [1, 2, 3].map((row) => `A${row}:${reasonColumn}${row}`),
    choices: [
      { cells: `${verdictColumn}${headRows + 1}:${verdictColumn}${lastRow}`, values: policeFileTexts.verdictWords },
      { cells: `${reasonColumn}${headRows + 1}:${reasonColumn}${lastRow}`, values: reasonsOf[kind].map((reason) => evidenceReasonText(kind, reason)) },
    ],
    orientation: "landscape",
    footer: watermark,
  };
}

const headRows = 4;

type FactColumn = { readonly head: string; readonly width: number; readonly style: "text" | "number" | "day"; readonly of: (detail: CheckedDetail) => WorkbookCell };

const { columns } = policeTexts;
const place: FactColumn = { head: columns.place, width: 20, style: "text", of: ({ row }) => row.areaName ?? "" };
const day: FactColumn = { head: columns.day, width: 12, style: "day", of: ({ row }) => ({ day: row.happenedOn }) };

const factColumns: Record<PoliceKind, readonly FactColumn[]> = {
  vneidActivated: [
    { head: columns.name, width: 28, style: "text", of: ({ row }) => row.name ?? "" },
    { head: columns.number, width: 16, style: "text", of: ({ personalNumber }) => personalNumber ?? "" },
    { head: columns.birthYear, width: 9, style: "text", of: ({ row }) => (row.birthYear ? String(row.birthYear) : "") },
    place, day,
  ],
  householdInformed: [
    { head: columns.head, width: 28, style: "text", of: ({ row }) => row.name ?? "" },
    { head: columns.address, width: 34, style: "text", of: ({ row }) => row.address ?? "" },
    place, day,
  ],
};

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}
