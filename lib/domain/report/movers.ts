import { changeOfCount, changeOfRatio, sizeText, type Change } from "./change";
import type { Stage } from "./indicator";
import { isRatio, type ReportIndicator, type ReportLine, type ReportTable } from "./report-table";

export type Place = ReportLine["place"];

/** A unit between two points. `size` orders: percent of a count, points of a share. `printed`: how much, unsigned. */
export type Mover = { readonly place: Place; readonly change: Change; readonly size: number; readonly printed?: string | undefined };

/** Who rose, fell and stayed since the point before: the strongest first, equal ones in the order of the table. */
export type Movers = {
  readonly risen: readonly Mover[];
  /** From 0 to something: there is no percent of that. The largest first; `size` is the number now. */
  readonly begun: readonly Mover[];
  /** Also those who had nothing and have nothing; not those whose share nobody knows. */
  readonly unchanged: readonly Mover[];
  readonly fallen: readonly Mover[];
};

/** Undefined without a point before. Bodies without a place in the tree are no units: they move nothing. */
export function findMovers({ lines }: Pick<ReportTable, "lines">, indicator: ReportIndicator, stage: Stage = "matched"): Movers | undefined {
  const units = lines.filter(({ place }) => place.kind === "unit");
  if (!units.some(({ previous }) => previous)) return undefined;
  const movers = units.map((line) => moverOf(line, indicator, stage));
  const strongestFirst = (a: Mover, b: Mover) => b.size - a.size;
  return {
    risen: movers.filter(({ change, size }) => isComparable(change) && size > 0).toSorted(strongestFirst),
    begun: movers.filter(({ change }) => change.kind === "begun").toSorted(strongestFirst),
    unchanged: movers.filter(({ change, size }) => change.kind === "nothing" || (isComparable(change) && size === 0)),
    fallen: movers.filter(({ change, size }) => isComparable(change) && size < 0).toSorted((a, b) => a.size - b.size),
  };
}

/** The change of a line since the point before; unknown where there is none. */
export function changeOf({ cells, previous }: ReportLine, indicator: ReportIndicator, stage: Stage = "matched"): Change {
  if (!previous) return { kind: "unknown" };
  return isRatio(indicator)
    ? changeOfRatio(previous.ratios[indicator], cells.ratios[indicator])
    : changeOfCount(previous.counts[indicator][stage], cells.counts[indicator][stage]);
}

function moverOf(line: ReportLine, indicator: ReportIndicator, stage: Stage): Mover {
  const change = changeOf(line, indicator, stage);
  return { place: line.place, change, size: sizeOf(change, isRatio(indicator) ? 0 : line.cells.counts[indicator][stage]), printed: sizeText(change) };
}

function sizeOf(change: Change, now: number): number {
  if (change.kind === "growth") return change.percent;
  if (change.kind === "points") return change.points;
  return change.kind === "begun" ? now : 0;
}

const isComparable = ({ kind }: Change) => kind === "growth" || kind === "points";
