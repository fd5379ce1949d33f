import { isRatio } from "@/lib/domain/report/report-table";
import { changeSize, sortRows, unitRows, type UnitRow } from "@/lib/domain/report/unit-rows";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress, SortKey } from "@/lib/protocol/dashboard-address";
import { countOf } from "./waiting-cell";

/** What the address says of the order, and the usual one where it says nothing: the farthest first where there are targets. */
export function orderOf({ sort, order }: DashboardAddress, rows: readonly UnitRow[]): { readonly sort: SortKey; readonly descending: boolean } {
  const chosen = sort ?? (rows.some(({ achieved }) => achieved !== undefined) ? "share" : "order");
  return { sort: chosen, descending: order ? order === "down" : !risesFirst(chosen) };
}

/** Numbers begin with the largest, names and the order of the annexes at their beginning. */
export function risesFirst(sort: SortKey): boolean {
  return sort === "order" || sort === "name";
}

export function sortedRows(dashboard: Dashboard, address: DashboardAddress): UnitRow[] {
  const rows = unitRows(dashboard.table, dashboard.indicator);
  const { sort, descending } = orderOf(address, rows);
  return sortRows(rows, { by: (row) => sortValue(row, sort, dashboard), descending });
}

/** Recorded and not confirmed: with the leader, or back with the volunteer. */
export function unreviewedOf({ line }: UnitRow, { indicator }: Pick<Dashboard, "indicator">): number | undefined {
  if (isRatio(indicator)) return undefined;
  const { recorded, confirmed } = line.cells.counts[indicator];
  return recorded - confirmed;
}

function sortValue(row: UnitRow, sort: SortKey, dashboard: Dashboard): number | string | undefined {
  switch (sort) {
    case "order": return row.ordinal;
    case "name": return row.line.place.kind === "unit" ? row.line.place.name : undefined;
    case "value": return typeof row.value === "object" ? (row.value.whole > 0 ? row.value.part / row.value.whole : undefined) : row.value;
    case "target": return row.target;
    case "share": return row.achieved;
    case "change": return changeSize(row.change);
    case "perMembers": return perOne(row.fair.members);
    case "perHouseholds": return perOne(row.fair.households);
    case "unreviewed": return unreviewedOf(row, dashboard);
    case "waiting": return countOf(dashboard.waiting.filter(({ place, indicator }) => place === row.key && indicator === dashboard.indicator));
    case "phones": return dashboard.onPhones.byPlace[row.key]?.entries ?? 0;
  }
}

function perOne(fair: UnitRow["fair"]["members"]): number | undefined {
  return fair && fair.count / fair.base;
}
