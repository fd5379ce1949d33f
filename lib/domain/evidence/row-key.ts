import { Uuid } from "../ids";

/** What names a row in a file: the outcome and the revision that was exported. Nobody is known by it. */
export function rowKeyOf({ outcomeId, revision }: { readonly outcomeId: string; readonly revision: number }): string {
  return `${outcomeId}/${revision}`;
}

/** Undefined for what is no key. */
export function parseRowKey(text: string): { outcomeId: string; revision: number } | undefined {
  const [, id, revision] = /^\s*([0-9a-fA-F-]{36})\s*\/\s*(\d{1,6})\s*$/.exec(text) ?? [];
  const outcomeId = Uuid.safeParse(id?.toLowerCase()).data;
  return outcomeId && Number(revision) >= 1 ? { outcomeId, revision: Number(revision) } : undefined;
}
