/** Of a unit up to a day. */
export function membersHref(unit: string, day: string) {
  return { pathname: "/desk/members", query: { unit, day } } as const;
}

export function paperHref(unit: string, day: string, page = 0) {
  return { pathname: "/desk/members/paper", query: { unit, day, ...(page > 0 ? { page: String(page) } : {}) } } as const;
}

export function memberImportHref(id: string): `/desk/members/import?id=${string}` {
  return `/desk/members/import?id=${id}`;
}
