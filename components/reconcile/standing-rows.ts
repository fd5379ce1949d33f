import type { Standing } from "@/lib/domain/report/standing";
import type { StandingCounts } from "@/lib/protocol/imports";

export type StandingRow = { readonly standing: Standing; readonly count: number; readonly share: number; readonly change: number };

/** In the order of the table and of the bar; the rest behind them. */
const order: readonly Standing[] = ["matched", "notFound", "duplicate", "onPaper", "outsideScheme", "noKey"];

/** How many stand how, and by how much more than before. Standings that nobody has or had are left out. */
export function standingRows(after: StandingCounts, before: StandingCounts): StandingRow[] {
  const known = [...new Set([...order, ...(Object.keys(after) as Standing[]), ...(Object.keys(before) as Standing[])])];
  const total = sumOf(after);
  return known
    .map((standing) => {
      const [now, then] = [after[standing] ?? 0, before[standing] ?? 0];
      return { standing, count: now, share: total === 0 ? 0 : now / total, change: now - then };
    })
    .filter(({ count, change }) => count !== 0 || change !== 0);
}

export function sumOf(counts: StandingCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
