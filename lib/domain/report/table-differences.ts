import { stages, type Stage } from "./indicator";
import type { Ratio } from "./register-indicators";
import { countIndicators, ratioIndicators, reportIndicators, type ReportCells, type ReportIndicator, type ReportLine, type ReportTable } from "./report-table";

/** A number as somebody says it: counted, a share, or nothing known. */
export type Told = number | Ratio | undefined;

export type DifferencePlace = ReportLine["place"] | { readonly kind: "total" };

/** One cell that says something else than it did. */
export type TableDifference = {
  readonly place: DifferencePlace;
  readonly indicator: ReportIndicator | "members";
  /** `before`: of the point that is compared with. */
  readonly of: "now" | "before" | "target";
  /** Of counts. */
  readonly stage?: Stage;
  readonly then: Told;
  readonly since: Told;
};

/**
 * Which cells of two tables of the same point differ. A line that only one of them has is compared with nothing
 * counted. Rows in the order of the older table, the total first.
 */
export function differencesOf(then: ReportTable, since: ReportTable): TableDifference[] {
  const sinceByPlace = new Map(since.lines.map((line) => [placeKey(line.place), line]));
  const thenKeys = new Set(then.lines.map(({ place }) => placeKey(place)));
  return [
    ...lineDifferences({ kind: "total" }, then.total, since.total),
    ...then.lines.flatMap((line) => lineDifferences(line.place, line, sinceByPlace.get(placeKey(line.place)))),
    ...since.lines.filter(({ place }) => !thenKeys.has(placeKey(place))).flatMap((line) => lineDifferences(line.place, undefined, line)),
  ];
}

/** What a published table says of its own point that is said otherwise since: counts as matched, and shares. */
export function correctionsOf(published: ReportTable, since: ReportTable): TableDifference[] {
  return differencesOf(published, since).filter(({ of, indicator, stage }) => of === "now" && indicator !== "members" && (stage ?? "matched") === "matched");
}

export function placeKey(place: DifferencePlace): string {
  return place.kind === "unit" ? place.id : place.kind;
}

function lineDifferences(place: DifferencePlace, then: ReportLine | undefined, since: ReportLine | undefined): TableDifference[] {
  const members = { place, indicator: "members" as const, of: "now" as const, then: then?.members ?? 0, since: since?.members ?? 0 };
  return [
    ...(sameTold(members.then, members.since) ? [] : [members]),
    ...reportIndicators.flatMap((indicator) => {
      const target = { place, indicator, of: "target" as const, then: then?.targets[indicator], since: since?.targets[indicator] };
      return sameTold(target.then, target.since) ? [] : [target];
    }),
    ...cellDifferences(place, "now", then?.cells, since?.cells),
    ...cellDifferences(place, "before", then?.previous, since?.previous),
  ];
}

function cellDifferences(place: DifferencePlace, of: "now" | "before", then: ReportCells | undefined, since: ReportCells | undefined): TableDifference[] {
  if (!then && !since) return [];
  const counts = countIndicators.flatMap((indicator) =>
    stages.map((stage) => ({ place, indicator, of, stage, then: then?.counts[indicator][stage] ?? 0, since: since?.counts[indicator][stage] ?? 0 })));
  const ratios = ratioIndicators.map((indicator) => ({ place, indicator, of, then: then?.ratios[indicator], since: since?.ratios[indicator] }));
  return [...counts, ...ratios].filter((cell) => !sameTold(cell.then, cell.since));
}

/** A share of nothing and one that nobody knows say the same. */
function sameTold(a: Told, b: Told): boolean {
  const [one, other] = [known(a), known(b)];
  if (typeof one === "object" && typeof other === "object") return one.part === other.part && one.whole === other.whole;
  return one === other;
}

function known(told: Told): Told {
  return typeof told === "object" && told.whole === 0 && told.part === 0 ? undefined : told;
}
