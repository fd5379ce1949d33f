import { targetOf } from "@/lib/domain/report/findings";
import { windowKindOf } from "@/lib/domain/report/report-window";
import { isRatio, type ReportIndicator } from "@/lib/domain/report/report-table";
import { straightPathAt } from "@/lib/domain/report/straight-path";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";

/**
 * Where a count should be at the end of a day of the year, cumulative where the window is. Undefined for shares and
 * without a target.
 */
export function pathAt({ table, yearStart }: Pick<Dashboard, "table" | "yearStart">, indicator: ReportIndicator, day: LocalDate = table.point.through): number | undefined {
  const target = targetOf(table.total, indicator);
  if (isRatio(indicator) || target === undefined) return undefined;
  const before = table.point.first ? 0 : (yearStart?.total.cells.counts[indicator].matched ?? 0);
  return straightPathAt(day, { before, target });
}

/** The same as a share of the target; undefined where the window says nothing of the year: a single month is not behind it. */
export function paceOf(dashboard: Pick<Dashboard, "table" | "yearStart">, indicator: ReportIndicator): number | undefined {
  const kind = windowKindOf(dashboard.table.point);
  const [path, target] = [pathAt(dashboard, indicator), targetOf(dashboard.table.total, indicator)];
  return path === undefined || target === undefined || (kind !== "scheme" && kind !== "year") ? undefined : path / target;
}
