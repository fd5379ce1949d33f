import type { CheckedKind, PoliceKind } from "@/lib/domain/evidence/checked-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { numberHref } from "@/lib/protocol/number-address";

export type PolicePath = "/desk/police" | "/desk/police/done" | "/desk/police/file";

/** The address of a list; the kind that comes first is not said. */
export function policeHref(path: PolicePath, { kind, areaId, after }: { readonly kind: PoliceKind; readonly areaId?: string | undefined; readonly after?: string | undefined }): string {
  const query = new URLSearchParams({ ...(kind === "vneidActivated" ? {} : { kind }), ...(areaId ? { area: areaId } : {}), ...(after ? { after } : {}) });
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The entries behind what waits for the police in a commune. */
export function waitingEntriesHref({ kind, areaId = "none" }: { readonly kind: CheckedKind; readonly areaId?: string | undefined }, unitId: string, today: LocalDate): string {
  const indicator = kind === "householdInformed" ? "households" : "vneid_accounts";
  return numberHref({ unitId, indicator, stage: "waiting", area: areaId, through: today, treeOn: today });
}
