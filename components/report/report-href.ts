import type { DataParagraphKey } from "@/lib/domain/report/monthly-report";
import { annexIndicators, isRatio, type ReportIndicator, type ReportPoint } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { NumberKind } from "@/lib/protocol/dashboard";
import { numberHref } from "@/lib/protocol/number-address";
import { shareRowsHref } from "@/lib/protocol/register-rows";
import type { ReportView } from "@/lib/protocol/reports";

export const reportsHref = "/desk/reports";

export function reportHref(id: string, redraw = false): `/desk/reports/edit?id=${string}` {
  return `/desk/reports/edit?id=${id}${redraw ? "&redraw=1" : ""}`;
}

export function annexHref(id: string, number: 1 | 2): `/desk/reports/annex?id=${string}` {
  return `/desk/reports/annex?id=${id}&no=${number}`;
}

export function fileHref(id: string, format: "docx" | "xlsx"): string {
  return `/api/reports/${id}/${format}`;
}

export type ParagraphHrefs = Readonly<Partial<Record<DataParagraphKey, string>>>;
type Opens = Pick<ReportView, "opensEntries" | "opensRows">;
type Place = { readonly unitId: string; readonly place?: "own" | "residual" };

/**
 * What is behind a number, as the report drew it: entries for what is counted, rows of the registers for shares. Undefined
 * where there is nothing that the person may see.
 */
export function behindHref({ opensEntries, opensRows }: Opens, place: Place, indicator: ReportIndicator, point: ReportPoint, treeOn: LocalDate, stage: NumberKind = "matched"): string | undefined {
  if (!isRatio(indicator)) return opensEntries ? numberHref({ ...place, indicator, stage, ...point, treeOn }) : undefined;
  if (indicator === "active_organisations" || !opensRows) return undefined;
  return shareRowsHref({ ...place, indicator, of: "whole", ...point, treeOn });
}

/** What is behind the paragraphs that are composed from the data. */
export function paragraphHrefs(report: Opens & Pick<ReportView, "unitId" | "snapshot">): ParagraphHrefs {
  const { point, treeOn } = report.snapshot.data.table;
  const of = { unitId: report.unitId };
  const hrefs = annexIndicators.map((indicator) => [`indicator.${indicator}`, behindHref(report, of, indicator, point, treeOn)] as const);
  return Object.fromEntries([...hrefs, ["backlog.police", behindHref(report, of, "vneid_accounts", point, treeOn, "waiting")]].filter(([, href]) => href !== undefined)) as ParagraphHrefs;
}
