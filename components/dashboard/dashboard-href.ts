import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { Period, NumberKind } from "@/lib/protocol/unit-numbers";

/** The address of a unit's numbers. */
export function unitHref(unitId: string, { from, to }: Period): string {
  return `/desk/units?${new URLSearchParams({ unit: unitId, from, to })}`;
}

/** The address of the entries behind one number. */
export function entriesHref(
  unitId: string,
  indicator: EntryIndicator,
  stage: NumberKind,
  { from, to }: Period,
  { direct = false, after }: { readonly direct?: boolean; readonly after?: string } = {},
): string {
  const query = { unit: unitId, indicator, stage, from, to, ...(direct ? { direct: "1" } : {}), ...(after ? { after } : {}) };
  return `/desk/entries?${new URLSearchParams(query)}`;
}
