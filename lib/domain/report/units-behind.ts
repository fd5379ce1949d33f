import { countIndicators, type ReportLine, type ReportTable } from "./report-table";
import { straightPathAt } from "./straight-path";

/** How many units have a target, how many of them are behind the straight path to one of theirs, how many have none. */
export type UnitsOnPath = { readonly withTargets: number; readonly behind: number; readonly withoutTargets: number };

/**
 * Of the units directly below, by matched counts. A target of 0 asks for nothing.
 * @param table cumulative, compared with the end of the year before: from there the path begins
 */
export function unitsOnPath({ lines, point }: Pick<ReportTable, "lines" | "point">): UnitsOnPath {
  const units = lines.filter(({ place }) => place.kind === "unit");
  const withTargets = units.filter(({ targets }) => Object.keys(targets).length > 0);
  const isBehind = ({ cells, previous, targets }: ReportLine) =>
    countIndicators.some((indicator) => {
      const target = targets[indicator] ?? 0;
      const before = previous?.counts[indicator].matched ?? 0;
      return target > 0 && cells.counts[indicator].matched < straightPathAt(point.through, { before, target });
    });
  return { withTargets: withTargets.length, behind: withTargets.filter(isBehind).length, withoutTargets: units.length - withTargets.length };
}
