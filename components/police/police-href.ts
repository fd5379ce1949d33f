import type { PoliceKind } from "@/lib/domain/evidence/checked-kind";

export type PolicePath = "/desk/police" | "/desk/police/done" | "/desk/police/file";

/** The address of a list; the kind that comes first is not said. */
export function policeHref(path: PolicePath, { kind, areaId, after }: { readonly kind: PoliceKind; readonly areaId?: string | undefined; readonly after?: string | undefined }): string {
  const query = new URLSearchParams({ ...(kind === "vneidActivated" ? {} : { kind }), ...(areaId ? { area: areaId } : {}), ...(after ? { after } : {}) });
  return query.size > 0 ? `${path}?${query}` : path;
}
