import { reconcileTexts, standingTexts } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import type { StandingRow } from "./standing-rows";

/** All outcomes as one bar. Drawn with attributes only: the content security policy allows no inline styles. */
export function StandingBar({ rows }: { readonly rows: readonly StandingRow[] }) {
  const label = reconcileTexts.chart(rows.map(({ standing, count }) => reconcileTexts.chartPart(standingTexts[standing].name, formatCount(count))).join(", "));
  const starts = rows.map((_, index) => rows.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  return (
    <svg role="img" aria-label={label} className="standing-bar" width="100%" height="28">
      {rows.map(({ standing, share }, index) => share > 0 && (
        <rect key={standing} className={`standing-${standing}`} x={`${100 * starts[index]!}%`} width={`${100 * share}%`} height="28" />
      ))}
      {starts.slice(1).map((start, index) => <rect key={index} className="standing-gap" x={`${100 * start}%`} width="2" height="28" />)}
    </svg>
  );
}
