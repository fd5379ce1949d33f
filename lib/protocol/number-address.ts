import type { NumberQuery } from "./dashboard";

/** What an address of the entries behind a number says; their file is asked with the same. */
export function numberParameters({ unitId, indicator, stage, place, author, area, after, first, through, treeOn, asOf }: NumberQuery): Record<string, string> {
  const fields = { unit: unitId, indicator, stage, place, author, area, after, from: first, to: through, tree: treeOn === through ? undefined : treeOn, asOf };
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

export function numberHref(query: NumberQuery): string {
  return `/desk/entries?${new URLSearchParams(numberParameters(query))}`;
}
