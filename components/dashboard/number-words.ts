import { achievedOf } from "@/lib/domain/report/unit-rows";
import { wholePercent } from "@/lib/domain/report/percent";
import type { Ratio } from "@/lib/domain/report/register-indicators";
import { isRatio, type ReportIndicator } from "@/lib/domain/report/report-table";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";

/** "60.929", "32%"; in words where nobody knows, or there is nothing to have a share of. */
export function valueWords(value: number | Ratio | undefined): string {
  if (value === undefined) return dashboardTexts.unknown;
  if (typeof value === "number") return formatCount(value);
  const percent = wholePercent(value);
  return percent === undefined ? dashboardTexts.nothing : percentWords(percent);
}

/** "48.000", "40%". */
export function targetWords(target: number | undefined, indicator: ReportIndicator): string {
  if (target === undefined) return dashboardTexts.noTarget;
  return isRatio(indicator) ? `${formatCount(target)}%` : formatCount(target);
}

/** "127%"; a dash where nothing was asked for. */
export function achievedWords(value: number | Ratio | undefined, target: number | undefined): string {
  if (value === undefined || target === undefined || achievedOf(value, target) === undefined) return "–";
  const percent = typeof value === "number" ? wholePercent({ part: value, whole: target }) : wholePercent({ part: value.part * 100, whole: target * value.whole });
  return percentWords(percent ?? 0);
}

/** "12,4" for each hundred; one decimal, so that ranks can be seen. */
export function perHundredWords(count: number, base: number): string {
  return (Math.floor((count * 2000 + base) / (2 * base)) / 10).toLocaleString("vi-VN", { minimumFractionDigits: 1 });
}

function percentWords(percent: number): string {
  return `${formatCount(percent)}%`;
}
