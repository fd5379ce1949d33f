import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { isRatio, reportIndicators } from "@/lib/domain/report/report-table";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { TargetGrid, TargetQuery, TargetRow } from "@/lib/protocol/targets";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import type { WorkbookCell } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { targetTexts } from "@/lib/text/desk-targets";
import { momentText } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { findFileUnit } from "./find-file-unit";
import { readTargetGrid } from "./read-target-grid";

/** The grid of a year as a workbook to fill in: what is set stands in it, so that the file read as it is changes nothing. */
export async function targetTemplate({ actor, name }: Person, { unit, year }: TargetQuery, now: string): Promise<Result<Response, RefusalCode>> {
  const grid = await readTargetGrid(actor, unit, year, now);
  if (!grid) return err("unknownOrForbidden");
  const nameOf = await nameableUnits(actor, grid, now);
  const head = [targetTexts.number, targetTexts.unit, targetTexts.members, ...reportIndicators.map(headOf)];
  const rows = [grid.unit, ...grid.children].filter(({ mayEdit }) => mayEdit);
  const lastColumn = String.fromCharCode(64 + head.length);
  const bytes = await writeWorkbook([{
    name: targetTexts.sheet, headRows: 3, repeatFrom: 3, merges: [`A1:${lastColumn}1`, `A2:${lastColumn}2`], orientation: "landscape", footer: `${name}, ${momentText(now)}`,
    columns: [{ width: 6, style: "number" }, { width: 32, style: "text" }, { width: 10, style: "number" }, ...reportIndicators.map(() => ({ width: 13, style: "number" as const }))],
    rows: [
      [{ value: targetTexts.heading(grid.unit.name, year), style: "heading" }],
      [{ value: targetTexts.howTo, style: "note" }],
      head.map((value): WorkbookCell => ({ value, style: "head" })),
      ...rows.map((row, index): WorkbookCell[] => [index + 1, nameOf(row), row.members, ...reportIndicators.map((indicator) => row.targets[indicator]?.value ?? null)]),
    ],
  }]);
  return ok(new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(targetTexts.fileName(year))}`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}

function headOf(indicator: (typeof reportIndicators)[number]): string {
  const { number, short } = reportIndicatorNames[indicator];
  return `${number}. ${short}${isRatio(indicator) ? ` (${targetTexts.percent})` : ""}`;
}

/** A name that several units have is written with the unit above. */
async function nameableUnits(actor: Person["actor"], { unit, year }: TargetGrid, now: string): Promise<(row: TargetRow) => string> {
  const find = await withActor(actor, (tx) => findFileUnit(tx, actor, year, localDateOf(now)));
  return ({ name, id }) => (find(name).ok || id === unit.id ? name : `${name}, ${unit.name}`);
}
