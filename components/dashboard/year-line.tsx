import { targetOf } from "@/lib/domain/report/findings";
import { stages } from "@/lib/domain/report/indicator";
import type { Sums, SumKind } from "@/lib/domain/report/month-sums";
import { isRatio } from "@/lib/domain/report/report-table";
import { roundTicks } from "@/lib/domain/report/scale";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { isProvisional } from "./honest-numbers";
import { pathAt } from "./pace";
import { positionOf, yearBefore, yearPoints } from "./year-points";

/** The plot's place in the picture, in pixels: labels of the scale above their lines, months below. */
const [top, height] = [20, 168];

type Dot = readonly [position: number, value: number];

/** Lines stretch with the panel, words don't: two drawings in one. */
export function YearLine({ dashboard }: { readonly dashboard: Dashboard }) {
  const { indicator, table } = dashboard;
  const lines = linesOf(dashboard);
  const path = pathOf(dashboard);
  const ticks = roundTicks(Math.max(...[...lines.flatMap(({ dots }) => dots), ...path].map(([, value]) => value), 0));
  const scale = ticks.at(-1)!;
  const x = (position: number) => position * 100;
  const y = (value: number) => 100 - (100 * value) / scale;
  const pixels = (value: number) => top + (height * y(value)) / 100;
  const points = (dots: readonly Dot[]) => dots.map(([position, value]) => `${x(position)},${y(value)}`).join(" ");
  const end = lines.at(-1)?.dots.at(-1);
  return (
    <svg role="img" aria-label={dashboardTexts.yearChart(reportIndicatorNames[indicator].short, table.point.through.slice(0, 4))} className="year-line" width="100%" height={top + height + 22}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="year-grid" x1="0" x2="100%" y1={pixels(tick)} y2={pixels(tick)} />
          {tick > 0 && <text x="0" y={pixels(tick) - 4}>{isRatio(indicator) ? `${tick}%` : formatCount(tick)}</text>}
        </g>
      ))}
      {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
        <text key={month} className={month === Number(table.point.through.slice(5, 7)) ? "year-now" : undefined} x={`${((month - 0.5) / 12) * 100}%`} y={top + height + 17} textAnchor="middle">
          {dashboardTexts.monthOf(month)}
        </text>
      ))}
      <svg y={top} width="100%" height={height} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
        {path.length > 0 && <polyline className="year-path" points={points(path)} />}
        {lines.map(({ kind, dots }) => <polyline key={kind} className={`year-${kind}`} points={points(isProvisional(dashboard) ? dots.slice(0, -1) : dots)} />)}
        {isProvisional(dashboard) && lines.map(({ kind, dots }) => <polyline key={kind} className={`year-${kind} year-open`} points={points(dots.slice(-2))} />)}
      </svg>
      {end && <circle className="year-end" cx={`${x(end[0])}%`} cy={pixels(end[1])} r="5" />}
    </svg>
  );
}

function linesOf(dashboard: Dashboard): { readonly kind: string; readonly dots: readonly Dot[] }[] {
  const points = yearPoints(dashboard);
  const before = yearBefore(dashboard);
  const dotsOf = (value: (sums: Sums) => number | undefined): Dot[] =>
    [{ position: 0, value: value(before) }, ...points.map((point) => ({ position: positionOf(point), value: value(point.sums) }))]
      .flatMap((dot) => (dot.value === undefined ? [] : [[dot.position, dot.value] as const]));
  if (isRatio(dashboard.indicator)) return [{ kind: "matched", dots: dotsOf(({ part = 0, whole = 0 }) => (whole > 0 ? (100 * part) / whole : undefined)) }];
  return stages.map((stage: SumKind) => ({ kind: stage, dots: dotsOf((sums) => sums[stage] ?? 0) }));
}

/** Straight from what there was to the target; a target that is a share is one all year. */
function pathOf(dashboard: Dashboard): readonly Dot[] {
  const { indicator, table } = dashboard;
  const target = targetOf(table.total, indicator);
  if (target === undefined) return [];
  if (isRatio(indicator)) return [[0, target], [1, target]];
  if (pathAt(dashboard, indicator) === undefined) return [];
  const before = table.point.first ? 0 : (yearBefore(dashboard).matched ?? 0);
  return [[0, Math.min(before, target)], [1, target]];
}
