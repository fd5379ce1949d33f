import type { ReportIndicator } from "@/lib/domain/report/report-table";

export const targetsHref = "/desk/targets";

type Place = { readonly unitId: string; readonly year: number };

/** A unit's targets of a year, or a page about them. */
export function targetHref({ unitId, year }: Place, page: "" | "/import" | "/copy" | "/history" = ""): string {
  return `${targetsHref}${page}?${new URLSearchParams({ unit: unitId, year: String(year) })}`;
}

export function historyHref({ unitId, year }: Place, { indicator, page }: { readonly indicator?: ReportIndicator; readonly page: number }): string {
  return `${targetsHref}/history?${new URLSearchParams({ unit: unitId, year: String(year), ...(indicator ? { indicator } : {}), page: String(page) })}`;
}

export function templateHref({ unitId, year }: Place): string {
  return `/api/targets/template?${new URLSearchParams({ unit: unitId, year: String(year) })}`;
}
