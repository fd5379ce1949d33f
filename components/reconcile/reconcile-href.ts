import type { Standing } from "@/lib/domain/report/standing";
import type { RegisterKind } from "@/lib/protocol/imports";

export const importHref = (id: string) => `/desk/reconcile?import=${id}`;

export const unreadHref = (id: string) => `/api/imports/unread?id=${id}`;

export function standingHref(kind: RegisterKind, standing: Standing, { unit, after }: { readonly unit?: string; readonly after?: string } = {}): string {
  const query = new URLSearchParams({ kind, standing, ...(unit ? { unit } : {}), ...(after ? { after } : {}) });
  return `/desk/reconcile/entries?${query}`;
}
