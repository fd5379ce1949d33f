import "server-only";
import type { Ratio } from "@/lib/domain/report/register-indicators";
import { cellsOf, noCount, type CountIndicator, type RatioIndicator, type ReportCells, type ReportLine, type ReportPoint } from "@/lib/domain/report/report-table";
import type { Stage } from "@/lib/domain/report/indicator";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Where a row belongs: a unit's id, or what is left. */
export type PlaceKey = string | "own" | "residual";

export type PlacedCells = { readonly cells: ReportCells; readonly members: number };

type Row = {
  readonly childId: string | null;
  readonly place: ReportLine["place"]["kind"];
  readonly indicator: CountIndicator | RatioIndicator;
  readonly stage: Stage | "part" | "whole";
  readonly count: number;
};

/** Sums of every place at or below a unit, and of all together, as they were known at the end of the point's day. */
export async function readCells(
  tx: Transaction,
  unitId: string,
  { first, through, asOf }: ReportPoint,
  treeOn: LocalDate,
): Promise<{ readonly byPlace: ReadonlyMap<PlaceKey, PlacedCells>; readonly total: PlacedCells }> {
  const rows = await tx.$queryRaw<Row[]>`
    select child_id as "childId", place, indicator, stage, count::int
    from report_cells(${unitId}::uuid, ${treeOn}::date, ${first ?? null}::date, ${through}::date, ${asOf}::date)`;
  const [{ transactions = false, links = false } = {}] = await tx.$queryRaw<{ transactions: boolean; links: boolean }[]>`
    select register_tells('transactions') as transactions, register_tells('linkedOn') as links`;
  const isKnown = (indicator: RatioIndicator) => (indicator === "transacting_rate" ? transactions : indicator === "members_vneid2" ? links : true);
  const byPlace = new Map<PlaceKey, Row[]>();
  for (const row of rows) {
    const key: PlaceKey = row.childId ?? (row.place === "own" ? "own" : "residual");
    byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
  }
  return {
    byPlace: new Map([...byPlace].map(([key, ofPlace]) => [key, summed(ofPlace, isKnown)])),
    total: summed(rows, isKnown),
  };
}

function summed(rows: readonly Row[], isKnown: (indicator: RatioIndicator) => boolean): PlacedCells {
  const sums = new Map<string, number>();
  for (const { indicator, stage, count } of rows) sums.set(`${indicator}/${stage}`, (sums.get(`${indicator}/${stage}`) ?? 0) + count);
  const sumOf = (indicator: string, stage: string) => sums.get(`${indicator}/${stage}`) ?? 0;
  const ratioOf = (indicator: RatioIndicator): Ratio => ({ part: sumOf(indicator, "part"), whole: sumOf(indicator, "whole") });
  return {
    cells: cellsOf(
      (indicator) => ({ recorded: sumOf(indicator, "recorded"), confirmed: sumOf(indicator, "confirmed"), matched: sumOf(indicator, "matched") }),
      (indicator) => (isKnown(indicator) ? ratioOf(indicator) : undefined),
    ),
    members: sumOf("members_with_account", "whole"),
  };
}

export const nothingPlaced: PlacedCells = { cells: cellsOf(() => noCount, () => ({ part: 0, whole: 0 })), members: 0 };
