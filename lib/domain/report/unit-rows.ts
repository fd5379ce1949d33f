import { comparePlaces } from "../text/compare";
import { directionOf, type Change } from "./change";
import { numberOf, targetOf } from "./findings";
import { changeOf } from "./movers";
import { rankUnits, type Ranked, type RankingBasis } from "./ranking";
import type { Ratio } from "./register-indicators";
import { isRatio, type ReportIndicator, type ReportLine, type ReportTable } from "./report-table";

/** A line of a table as one indicator sees it, with all it can be put in order by. */
export type UnitRow = {
  readonly key: string;
  readonly line: ReportLine;
  /** Position in the annexes, from 1; none for what is left over. */
  readonly ordinal: number | undefined;
  /** What was matched, or a share; undefined where nobody knows. */
  readonly value: number | Ratio | undefined;
  readonly target: number | undefined;
  /** 1 for 100 % of the target; undefined where nothing was asked for, or nobody knows. */
  readonly achieved: number | undefined;
  readonly change: Change;
  /** Rank and number on a fair basis; undefined where there is none. */
  readonly fair: Readonly<Partial<Record<RankingBasis, Ranked>>>;
};

/** The lines of a table, units in the order of the annexes and what is left over after them. */
export function unitRows(table: Pick<ReportTable, "lines">, indicator: ReportIndicator): UnitRow[] {
  const rankings = isRatio(indicator) ? undefined : { members: rankUnits(table, indicator, "members"), households: rankUnits(table, indicator, "households") };
  const fairOf = (key: string, basis: RankingBasis) => rankings?.[basis].ranked.find(({ place }) => placeKeyOf(place) === key);
  return table.lines.map((line, index) => {
    const key = placeKeyOf(line.place);
    const [members, households] = [fairOf(key, "members"), fairOf(key, "households")];
    const [value, target] = [numberOf(line, indicator), targetOf(line, indicator)];
    return {
      key, line, value, target,
      ordinal: line.place.kind === "unit" ? index + 1 : undefined,
      achieved: achievedOf(value, target),
      change: changeOf(line, indicator),
      fair: { ...(members ? { members } : {}), ...(households ? { households } : {}) },
    };
  });
}

export function placeKeyOf(place: ReportLine["place"]): string {
  return place.kind === "unit" ? place.id : place.kind;
}

/** How far a count or a share has come to its target: 1 for 100 %. */
export function achievedOf(value: number | Ratio | undefined, target: number | undefined): number | undefined {
  if (value === undefined || target === undefined) return undefined;
  if (typeof value === "number") return value / target;
  // One division only: 40 of 100 is 40 % exactly, and not over it.
  return value.whole === 0 ? undefined : (value.part * 100) / (target * value.whole);
}

export type RowOrder = { readonly by: (row: UnitRow) => number | string | undefined; readonly descending: boolean };

/** In this order; equal ones stay as they were. Whoever has no such number comes after those who have, what is left over last. */
export function sortRows<Row extends UnitRow>(rows: readonly Row[], { by, descending }: RowOrder): Row[] {
  return rows.toSorted((a, b) => {
    if (!a.ordinal || !b.ordinal) return Number(!a.ordinal) - Number(!b.ordinal);
    const [left, right] = [by(a), by(b)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    if (left === right) return 0;
    const order = typeof left === "string" ? comparePlaces(left, String(right)) : Math.sign(left - Number(right));
    return descending ? -order : order;
  });
}

/** Orders changes: what begun comes before all growth, what nobody knows has no place. */
export function changeSize(change: Change): number | undefined {
  if (change.kind === "growth") return change.percent;
  if (change.kind === "points") return change.points;
  if (change.kind === "begun") return Infinity;
  return directionOf(change);
}
