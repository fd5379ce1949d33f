import { changeOf, findMovers, type Movers, type Place } from "./movers";
import type { Change } from "./change";
import { wholePercent } from "./percent";
import type { Ratio } from "./register-indicators";
import { isRatio, type ReportIndicator, type ReportLine, type ReportTable } from "./report-table";

/** How far a unit has come: a count against its target, or a share as it is. Rounded for reading only. */
export type Reached = { readonly place: Place; readonly now: number | Ratio; readonly percent: number };

/** What can be said of an indicator in a report, without a word of it. Source: the narrative of seed 000. */
export type IndicatorFindings<I extends ReportIndicator = ReportIndicator> = {
  readonly indicator: I;
  /** Undefined where nobody knows. */
  readonly total: number | Ratio | undefined;
  /** Of the unit of the table itself; percent for shares. A target of 0 is none. */
  readonly target: number | undefined;
  /** Of the target for counts, the share itself for ratios; whole percent. */
  readonly percent: number | undefined;
  /** Since the point before; unknown where one of both shares is a share of nothing. */
  readonly change: Change;
  /** How many units have a target above 0. */
  readonly asked: number;
  /** Strictly over their target, which is above 0: the farthest first. */
  readonly exceeding: readonly Reached[];
  /** Not there yet, the farthest behind first; without those that have nothing at all. */
  readonly behind: readonly Reached[];
  /** Asked for something and have nothing. */
  readonly empty: readonly Place[];
  /** Of shares: the highest first, those of nothing left out. Empty for counts. */
  readonly highest: readonly Reached[];
  readonly movers: Movers | undefined;
};

export function findIndicator<I extends ReportIndicator>(table: ReportTable, indicator: I): IndicatorFindings<I> {
  const units = table.lines.filter(({ place }) => place.kind === "unit");
  const standings = units.flatMap((line) => standingOf(line, indicator) ?? []);
  const asked = standings.filter(({ achieved }) => achieved !== undefined);
  const total = numberOf(table.total, indicator);
  const target = targetOf(table.total, indicator);
  return {
    indicator, total, target,
    percent: typeof total === "object" ? wholePercent(total) : total === undefined || target === undefined ? undefined : wholePercent({ part: total, whole: target }),
    change: comparableChange(table.total, indicator),
    asked: asked.length,
    exceeding: asked.filter(({ achieved }) => achieved! > 1).toSorted((a, b) => b.achieved! - a.achieved!).map(reached),
    behind: asked.filter(({ achieved, has }) => achieved! < 1 && has > 0).toSorted((a, b) => a.achieved! - b.achieved!).map(reached),
    empty: asked.filter(({ has }) => has === 0).map(({ place }) => place),
    highest: isRatio(indicator) ? standings.filter(({ has }) => has > 0).toSorted((a, b) => shareOf(b) - shareOf(a)).map(reached) : [],
    movers: findMovers(table, indicator),
  };
}

/** What a line has of an indicator: what was matched, or a share; undefined where nobody knows. */
export function numberOf({ cells }: ReportLine, indicator: ReportIndicator): number | Ratio | undefined {
  return isRatio(indicator) ? cells.ratios[indicator] : cells.counts[indicator].matched;
}

/** A target of 0 asks for nothing: it is never reached and never exceeded. */
export function targetOf({ targets }: ReportLine, indicator: ReportIndicator): number | undefined {
  const target = targets[indicator] ?? 0;
  return target > 0 ? target : undefined;
}

/** In print a share of nothing is 0 %; nobody has risen from there. */
function comparableChange(line: ReportLine, indicator: ReportIndicator): Change {
  if (isRatio(indicator) && [line.cells, line.previous].some((cells) => !cells?.ratios[indicator]?.whole)) return { kind: "unknown" };
  return changeOf(line, indicator);
}

type Standing = Reached & {
  /** 1 for 100 % of the target; undefined where nothing was asked for. */
  readonly achieved: number | undefined;
  readonly has: number;
};

function standingOf(line: ReportLine, indicator: ReportIndicator): Standing | undefined {
  const now = numberOf(line, indicator);
  if (now === undefined) return undefined;
  const target = targetOf(line, indicator);
  if (typeof now === "number") {
    return { place: line.place, now, has: now, achieved: target && now / target, percent: (target && wholePercent({ part: now, whole: target })) ?? 0 };
  }
  // Of nothing there is no share that could be reached. One division only: 40 of 100 is 40 % exactly, and not over it.
  const achieved = target && now.whole > 0 ? (now.part * 100) / (target * now.whole) : undefined;
  return { place: line.place, now, has: now.part, achieved, percent: wholePercent(now) ?? 0 };
}

function shareOf({ now }: Standing): number {
  return typeof now === "number" ? now : now.part / now.whole;
}

function reached({ place, now, percent }: Standing): Reached {
  return { place, now, percent };
}
