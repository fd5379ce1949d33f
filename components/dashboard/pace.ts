import { targetOf } from "@/lib/domain/report/findings";
import { windowKindOf } from "@/lib/domain/report/report-window";
import { isRatio, type ReportIndicator } from "@/lib/domain/report/report-table";
import { straightPathAt } from "@/lib/domain/report/straight-path";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";

/**
 * Where a count should be at the end of a day of the year. Undefined for shares, without a target, and for days that say
 * nothing of the year as a whole: a single month is not behind the year.
 */
export function pathAt({ table, yearStart }: Pick<Dashboard, "table" | "yearStart">, indicator: ReportIndicator, day: LocalDate = table.point.through): number | undefined {
  const target = targetOf(table.total, indicator);
  const kind = windowKindOf(table.point);
  if (isRatio(indicator) || target === undefined || (kind !== "scheme" && kind !== "year")) return undefined;
  return straightPathAt(day, { before: (table.point.first ? undefined : yearStart?.total.cells.counts[indicator].matched) ?? 0, target });
}
