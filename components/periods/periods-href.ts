import type { EntryIndicator } from "@/lib/domain/report/indicator";

export const periodsHref = "/desk/periods";

/** A closed period, opened for a unit and, for what lies below it, an indicator. */
export function periodHref(id: string, { unitId, indicator }: { readonly unitId?: string; readonly indicator?: EntryIndicator } = {}): string {
  return `${periodsHref}?${new URLSearchParams({ period: id, ...(unitId ? { unit: unitId } : {}), ...(indicator ? { indicator } : {}) })}`;
}
