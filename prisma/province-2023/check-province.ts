import type { Actor } from "../../lib/domain/people/actor";
import { changeOfCount, changeOfRatio, changeText } from "../../lib/domain/report/change";
import { wholePercent } from "../../lib/domain/report/percent";
import { isRatio, valueOf, type CountIndicator, type ReportCells, type ReportIndicator, type ReportLine, type ReportTable } from "../../lib/domain/report/report-table";
import { LocalDate } from "../../lib/domain/time/local-date";
import { readReportTable } from "../../lib/server/reports/read-report-table";
import { readCsv } from "../demo/read-csv";
import { printedIndicators, sumOf, type AnnexTotals, type AnnexUnit, type PrintedIndicator } from "./annex-files";

/** July as known on 1 August, August as known on its last evening. */
export const points = {
  july: { through: LocalDate.parse("2023-07-31"), asOf: LocalDate.parse("2023-08-01") },
  august: { through: LocalDate.parse("2023-08-31"), asOf: LocalDate.parse("2023-08-31") },
} as const;

/** How many cells were looked at, and which say something else than what is printed, one sentence each. */
export type Checked = { readonly cells: number; readonly differences: readonly string[] };

export async function readAugust(actor: Actor, unitId: string): Promise<ReportTable> {
  const table = await readReportTable(actor, { unitId, point: points.august, previousPoint: points.july }, new Date().toISOString());
  if (!table) throw new Error("The report of the province can't be read.");
  return table;
}

type Cell = { readonly of: string; readonly is: string; readonly printed: string };

/** "Thực hiện" of annex 1, July, August and change of annex 2, the members, and the sums below. */
export function checkTable(table: ReportTable, annex: readonly AnnexUnit[], totals: AnnexTotals, changes: readonly Record<string, string>[]): Checked {
  const cells = [...annex.flatMap((unit, index) => cellsOf(unit, lineOf(table, unit.name), changes[index] ?? {})), ...sumsOf(table, annex, totals)];
  return { cells: cells.length, differences: cells.filter(({ is, printed }) => is !== printed).map(({ of, is, printed }) => `${of}: ${is} instead of ${printed}`) };
}

/** The third columns of annex 2, in its order. */
export function printedChanges(): Record<string, string>[] {
  return readCsv("annex2-2023-07-to-08.csv");
}

function cellsOf(unit: AnnexUnit, line: ReportLine | undefined, changes: Record<string, string>): Cell[] {
  if (!line?.previous) return [{ of: unit.name, is: "no line", printed: "a line" }];
  const [now, before] = [line.cells, line.previous];
  return Object.entries(printedIndicators).flatMap(([indicator, column]): Cell[] => {
    const printed = unit[indicator as PrintedIndicator];
    const of = (what: string) => `${unit.name}, ${column}, ${what}`;
    return [
      { of: of("annex 1"), is: shown(now, column), printed: String(printed.august) },
      { of: of("July"), is: shown(before, column), printed: String(printed.july) },
      { of: of("August"), is: shown(now, column), printed: String(printed.august) },
      { of: of("change"), is: changeOf(before, now, column), printed: changes[`${column}_change`] ?? changeOfPrinted(printed, column) },
    ];
  });
}

function sumsOf(table: ReportTable, annex: readonly AnnexUnit[], { transactingAccounts, memberDossiers, percents, unitsOver }: AnnexTotals): Cell[] {
  const { cells, targets } = table.total;
  const accounts = sumOf(annex, ({ memberAccounts, citizenAccounts }) => memberAccounts.august + citizenAccounts.august);
  return [
    ...listed((indicator, column) => (isRatio(column) ? undefined : {
      of: `Together, ${column}`, is: shown(cells, column), printed: String(sumOf(annex, (unit) => unit[indicator].august)),
    })),
    { of: "Together, transacting_rate", is: ratioOf(cells, "transacting_rate"), printed: `${transactingAccounts}/${accounts}` },
    { of: "Together, online_rate", is: ratioOf(cells, "online_rate"), printed: `${memberDossiers.online}/${memberDossiers.all}` },
    { of: "Members", is: String(table.total.members), printed: String(sumOf(annex, ({ members }) => members)) },
    ...listed((indicator, column) => percents && {
      of: `Together, ${column}, percent`, printed: String(percents[indicator]),
      is: isRatio(column) ? shown(cells, column) : String(wholePercent({ part: cells.counts[column].matched, whole: targets[column] ?? 0 })),
    }),
    ...listed((indicator, column) => {
      const printed = unitsOver?.[indicator];
      if (printed === undefined || isRatio(column)) return undefined;
      const over = unitsOverTarget(table, column);
      return { of: `Units over 100 %, ${column}`, is: typeof printed === "number" ? String(over.length) : over.join(", "), printed: typeof printed === "number" ? String(printed) : printed.join(", ") };
    }),
  ];
}

function listed(cellOf: (indicator: PrintedIndicator, column: (typeof printedIndicators)[PrintedIndicator]) => Cell | undefined): Cell[] {
  return (Object.keys(printedIndicators) as PrintedIndicator[]).flatMap((indicator) => cellOf(indicator, printedIndicators[indicator]) ?? []);
}

/** A share of nothing is printed as 0. */
function shown(cells: ReportCells, column: ReportIndicator): string {
  if (!isRatio(column)) return String(valueOf(cells, column));
  const ratio = cells.ratios[column];
  return ratio ? String(wholePercent(ratio) ?? 0) : "unknown";
}

function ratioOf(cells: ReportCells, column: "transacting_rate" | "online_rate"): string {
  const ratio = cells.ratios[column];
  return ratio ? `${ratio.part}/${ratio.whole}` : "unknown";
}

function changeOf(before: ReportCells, now: ReportCells, column: ReportIndicator): string {
  if (isRatio(column)) return changeText(changeOfRatio(before.ratios[column], now.ratios[column]), "legacy");
  const count = (cells: ReportCells) => cells.counts[column as CountIndicator].matched;
  return changeText(changeOfCount(count(before), count(now)), "legacy");
}

/** Where no change is printed, as in a province that a test makes up. */
function changeOfPrinted({ july, august }: { readonly july: number; readonly august: number }, column: ReportIndicator): string {
  if (isRatio(column)) return `${august - july}%`;
  return changeText(changeOfCount(july, august), "legacy");
}

/** Strictly, of those with a target, in the order of the annex. */
function unitsOverTarget(table: ReportTable, indicator: CountIndicator): string[] {
  return table.lines.flatMap(({ place, cells, targets }) => {
    const target = targets[indicator] ?? 0;
    return place.kind === "unit" && target > 0 && cells.counts[indicator].matched > target ? [place.name] : [];
  });
}

function lineOf({ lines }: ReportTable, name: string): ReportLine | undefined {
  return lines.find(({ place }) => place.kind === "unit" && place.name === name);
}
