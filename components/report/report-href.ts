import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";

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

type Place = { readonly unitId: string; readonly place?: "own" | "residual" };

/** The entries behind a matched count, as the report drew it. */
export function entriesHref({ unitId, place }: Place, indicator: EntryIndicator, { first, through, asOf }: ReportPoint, treeOn: LocalDate): string {
  return `/desk/entries?${new URLSearchParams({ unit: unitId, indicator, stage: "matched", ...(first ? { from: first } : {}), to: through, tree: treeOn, asOf, ...(place ? { place } : {}) })}`;
}

/** What the registers say of a unit's members. */
export function membersHref(unitId: string, day: LocalDate): string {
  return `/desk/members?${new URLSearchParams({ unit: unitId, day })}`;
}
