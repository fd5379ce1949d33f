import type { Place } from "./movers";
import type { CountIndicator, ReportLine, ReportTable } from "./report-table";

/**
 * What makes units of unlike size comparable (thi đua). `households`: those a unit was given to reach, the only number
 * of its households that stands for every unit.
 */
export const rankingBases = ["members", "households"] as const;
export type RankingBasis = (typeof rankingBases)[number];

export type Ranked = {
  readonly place: Place;
  /** Equal ones share a rank and the next one is left out: 1, 2, 2, 4. */
  readonly rank: number;
  readonly count: number;
  readonly base: number;
};

export type Ranking = {
  readonly ranked: readonly Ranked[];
  /** Without members, or without households of their own: no fair comparison. */
  readonly unranked: readonly Place[];
};

/** Units by what was matched for each member or household. Of shares there is nothing to rank: they are fair already. */
export function rankUnits({ lines }: Pick<ReportTable, "lines">, indicator: CountIndicator, basis: RankingBasis): Ranking {
  const units = lines.filter(({ place }) => place.kind === "unit").map((line) => ({ place: line.place, count: line.cells.counts[indicator].matched, base: baseOf(line, basis) }));
  const based = units.filter(({ base }) => base > 0).toSorted(byMorePerBase);
  return {
    ranked: based.map((unit) => ({ ...unit, rank: based.findIndex((other) => byMorePerBase(other, unit) === 0) + 1 })),
    unranked: units.filter(({ base }) => base === 0).map(({ place }) => place),
  };
}

function baseOf({ members, targets }: ReportLine, basis: RankingBasis): number {
  return basis === "members" ? members : (targets.households ?? 0);
}

type Based = { readonly count: number; readonly base: number };

/** Compared as fractions: two thirds are two thirds, of 3 and of 3,000. */
function byMorePerBase(a: Based, b: Based): number {
  return b.count * a.base - a.count * b.base;
}
