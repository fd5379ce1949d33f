import type { EntryIndicator, Stage } from "@/lib/domain/report/indicator";
import { numberHref } from "@/lib/protocol/number-address";
import type { ClosedPeriod } from "@/lib/protocol/periods";

export const periodsHref = "/desk/periods";

/** A closed period, opened for a unit and, for what lies below it, an indicator. */
export function periodHref(id: string, { unitId, indicator }: { readonly unitId?: string; readonly indicator?: EntryIndicator } = {}): string {
  return `${periodsHref}?${new URLSearchParams({ period: id, ...(unitId ? { unit: unitId } : {}), ...(indicator ? { indicator } : {}) })}`;
}

/** The entries behind a number of a period; those behind a correction are as they stand now. */
export function periodEntriesHref({ from, through, asOf }: ClosedPeriod, unitId: string, indicator: EntryIndicator, place?: "own"): (stage: Stage, known: "closed" | "now") => string {
  return (stage, known) => numberHref({ unitId, indicator, stage, place, first: from, through, treeOn: through, asOf: known === "closed" ? asOf : undefined });
}
