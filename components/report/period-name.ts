import { formatDate } from "@/lib/domain/time/local-date";
import type { ReportSummary } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";

export function periodName({ kind, point: { first, through } }: Pick<ReportSummary, "kind" | "point">): string {
  return kind === "scheme" ? reportTexts.periods.scheme(formatDate(through)) : reportTexts.periods[kind](formatDate(first ?? through), formatDate(through));
}
