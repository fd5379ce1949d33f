import { foldText } from "@/lib/domain/text/fold";
import type { TreeRow } from "@/lib/protocol/organisation";

export type ShownRow = TreeRow & { readonly level: number; readonly hasChildren: boolean };

/** All rows with their depth, each behind its parent as they come. */
export function levelsOf(rows: readonly TreeRow[]): ShownRow[] {
  const levels = new Map<string, number>();
  const parents = new Set(rows.flatMap(({ parentId }) => parentId ?? []));
  return rows.map((row) => {
    const level = row.parentId === undefined ? 1 : (levels.get(row.parentId) ?? 0) + 1;
    levels.set(row.id, level);
    return { ...row, level, hasChildren: parents.has(row.id) };
  });
}

/** What is to be seen: below open units only, or, of a search, what was found with everything above it. */
export function visibleRows(rows: readonly ShownRow[], open: ReadonlySet<string>, found: ReadonlySet<string> | undefined): ShownRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (found) {
    const kept = new Set<string>();
    for (const id of found) for (let row = byId.get(id); row && !kept.has(row.id); row = byId.get(row.parentId ?? "")) kept.add(row.id);
    return rows.filter(({ id }) => kept.has(id));
  }
  const shown = new Set<string>();
  return rows.filter(({ id, parentId }) => {
    const isShown = parentId === undefined || (shown.has(parentId) && open.has(parentId));
    if (isShown) shown.add(id);
    return isShown;
  });
}

/** Units whose name has these words, with or without marks; undefined for an empty search. */
export function findRows(rows: readonly TreeRow[], search: string): ReadonlySet<string> | undefined {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return new Set(rows.filter(({ name }) => words.every((word) => foldText(name).includes(word))).map(({ id }) => id));
}
