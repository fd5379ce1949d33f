import { LocalDate } from "@/lib/domain/time/local-date";
import { annexIndicators, cellsOf, isRatio, type AnnexIndicator, type CountCell, type CountIndicator, type RatioIndicator, type ReportCells, type ReportLine, type ReportTable } from "@/lib/domain/report/report-table";
import type { MonthlyReportData } from "@/lib/domain/report/monthly-report";
import type { Ratio } from "@/lib/domain/report/register-indicators";
import { readCsv } from "../../prisma/demo/read-csv";

/** What is printed of one unit; percentages for ratios. */
export type PrintedUnit = {
  readonly name: string;
  readonly members: number;
  readonly targets: Readonly<Record<AnnexIndicator, number>>;
  readonly august: Readonly<Record<AnnexIndicator, number>>;
  readonly july: Readonly<Record<AnnexIndicator, number>>;
  /** As printed in annex 2: `151%`, `0.4%`, `-`. */
  readonly changes: Readonly<Record<AnnexIndicator, string>>;
};

/** Both printed annexes of the report of August 2023, in their order. */
export function printedUnits(): PrintedUnit[] {
  const changes = readCsv("annex2-2023-07-to-08.csv");
  return readCsv("annex1-2023-08.csv").map((row, index) => {
    const change = changes[index]!;
    return {
      name: row.unit!,
      members: Number(row.members),
      targets: eachPrinted((one) => Number(row[isRatio(one) ? `${one}_target_pct` : `${one}_target`])),
      august: eachPrinted((one) => Number(change[`${one}_2023_08`])),
      july: eachPrinted((one) => Number(change[`${one}_2023_07`])),
      changes: eachPrinted((one) => change[`${one}_change`]!),
    };
  });
}

/** The province's own, which are not the sum of its units'. */
export const provinceTargets: Readonly<Record<AnnexIndicator, number>> = {
  member_accounts: 48_000, citizen_accounts: 66_000, transacting_rate: 40, online_rate: 80, online_dossiers: 51_000, articles: 2_460, households: 400_000,
};

/**
 * The province of August 2023, cumulative, with July beside it: the matched counts are the printed ones, the shares
 * round to the printed percentages and have the printed totals. What isn't printed (stages before matched, the other
 * indicators) is invented.
 */
export function annexTable(): ReportTable {
  const lines = printedUnits().map((unit, index): ReportLine => ({
    place: { kind: "unit", id: unitIdAt(index), name: unit.name },
    members: unit.members,
    cells: cellsOfUnit(unit.august, unit.targets, { transacting: transacting[index]!, dossiers: memberDossiers[index]!, online: onlineMemberDossiers[index]! }),
    previous: cellsOfUnit(unit.july, unit.targets, julyShares(unit, memberDossiers[index]!)),
    targets: unit.targets,
  }));
  return {
    unit: { id: "01890000-0000-7000-8000-000000000000", name: "Tỉnh đoàn Bình Định", kind: "province" },
    point: { through: LocalDate.parse("2023-08-01"), asOf: LocalDate.parse("2023-08-01") },
    previousPoint: { through: LocalDate.parse("2023-07-01"), asOf: LocalDate.parse("2023-07-01") },
    treeOn: LocalDate.parse("2023-08-01"),
    total: {
      place: { kind: "own" },
      members: lines.reduce((sum, line) => sum + line.members, 0),
      cells: sumCells(lines.map((line) => line.cells)),
      previous: sumCells(lines.map((line) => line.previous!)),
      targets: provinceTargets,
    },
    lines,
  };
}

/** The id that the unit of this row (from 0) has in `annexTable`. */
export function unitIdAt(index: number): string {
  return `01890000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`;
}

/** Counts and shares of several lines together; a share that nobody knows of any line stays unknown. */
export function sumCells(cells: readonly ReportCells[]): ReportCells {
  return cellsOf(
    (indicator) => cells.map(({ counts }) => counts[indicator]).reduce((a, b) => ({ recorded: a.recorded + b.recorded, confirmed: a.confirmed + b.confirmed, matched: a.matched + b.matched })),
    (indicator) => {
      const known = cells.flatMap(({ ratios }) => ratios[indicator] ?? []);
      return known.length === 0 ? undefined : known.reduce((a, b) => ({ part: a.part + b.part, whole: a.whole + b.whole }));
    },
  );
}

/** The table with some of it said otherwise: `withLine(annexTable(), 0, (line) => ({ ...line, members: 0 }))`. */
export function withLine(table: ReportTable, index: number, change: (line: ReportLine) => ReportLine): ReportTable {
  return { ...table, lines: table.lines.map((line, at) => (at === index ? change(line) : line)) };
}

/** No counts, no known shares, but for what is given. */
export function someCells(counts: Partial<Record<CountIndicator, number>> = {}, ratios: Partial<Record<RatioIndicator, Ratio>> = {}): ReportCells {
  return cellsOf((one) => reaching(counts[one] ?? 0), (one) => ratios[one]);
}

/** A line of a unit, with nothing but what is given. */
export function someLine(name: string, more: Partial<ReportLine> & { readonly id?: string } = {}): ReportLine {
  const { id = name, ...rest } = more;
  return { place: { kind: "unit", id, name }, members: 0, cells: someCells(), targets: {}, ...rest };
}

/** Parts of the shares of August: 42,628 of 133,136 accounts, 14,703 of 41,710 dossiers. */
const transacting = [659, 308, 0, 0, 279, 0, 330, 78, 667, 798, 2015, 3276, 5815, 1937, 5354, 1812, 1294, 7330, 5037, 5639];
const memberDossiers = [774, 330, 1, 0, 214, 0, 945, 262, 3671, 1376, 2292, 4868, 4730, 1741, 3605, 1081, 987, 3431, 3659, 7743];
const onlineMemberDossiers = [263, 92, 0, 0, 41, 0, 66, 3, 294, 124, 871, 1509, 2365, 662, 1730, 389, 197, 1269, 2195, 2633];

type Shares = { readonly transacting: number; readonly dossiers: number; readonly online: number };

function julyShares({ july }: PrintedUnit, dossiersOfAugust: number): Shares {
  const dossiers = Math.round(dossiersOfAugust * 0.8);
  return {
    transacting: Math.round(((july.member_accounts + july.citizen_accounts) * july.transacting_rate) / 100),
    dossiers,
    online: Math.round((dossiers * july.online_rate) / 100),
  };
}

function cellsOfUnit(printed: PrintedUnit["august"], targets: PrintedUnit["targets"], shares: Shares): ReportCells {
  const organisations = Math.max(1, Math.round(targets.articles / 6));
  return cellsOf(
    (indicator) => {
      if (indicator === "vneid_accounts") return { recorded: Math.round(printed.citizen_accounts / 2), confirmed: Math.round(printed.citizen_accounts / 3), matched: 0 };
      if (indicator === "informed_members") return reaching(Math.round(printed.member_accounts / 3));
      return reaching(printed[indicator]);
    },
    (indicator) => {
      if (indicator === "transacting_rate") return { part: shares.transacting, whole: printed.member_accounts + printed.citizen_accounts };
      if (indicator === "online_rate") return { part: shares.online, whole: shares.dossiers };
      if (indicator === "active_organisations") return { part: Math.min(organisations, printed.articles), whole: organisations };
      return undefined;
    },
  );
}

/** More was recorded than confirmed, and more confirmed than matched. */
function reaching(matched: number): CountCell {
  const confirmed = matched + Math.round(matched / 25);
  return { matched, confirmed, recorded: confirmed + Math.round(confirmed / 20) };
}

function eachPrinted<T>(value: (indicator: AnnexIndicator) => T): Record<AnnexIndicator, T> {
  return Object.fromEntries(annexIndicators.map((one) => [one, value(one)])) as Record<AnnexIndicator, T>;
}

/** A monthly report of August 2023 with the province's numbers of seed 000; nobody has written anything. */
export function augustReport(more: Partial<MonthlyReportData> = {}): MonthlyReportData {
  return {
    table: annexTable(),
    context: { schemeStart: LocalDate.parse("2022-05-01"), accounts: 139_788, onlineDossiers: { first: LocalDate.parse("2023-03-01"), all: 80_822, yearBefore: 45_178 } },
    backlog: {
      police: { vneid: { open: 24_069, oldest: LocalDate.parse("2023-06-28") }, households: { open: 0 } },
      register: { accounts: { open: 1_204, oldest: LocalDate.parse("2022-06-02") }, dossiers: { open: 0 } },
      officer: { articles: { open: 31, oldest: LocalDate.parse("2023-07-30") } },
      review: { open: 512, oldest: LocalDate.parse("2023-07-19") },
      phones: { open: 214, phones: 7, oldest: LocalDate.parse("2023-07-30") },
    },
    paragraphs: {},
    heading: { place: "Bình Định" },
    ...more,
  };
}
