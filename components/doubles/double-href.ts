import type { DoublePair } from "@/lib/protocol/doubles";

/** The page with a pair opened, or only the list. */
export function doubleHref(pair?: DoublePair): string {
  return pair ? `/desk/doubles?first=${pair.sides[0].id}&second=${pair.sides[1].id}` : "/desk/doubles";
}

export function isSamePair(pair: DoublePair, ids: readonly [string, string] | undefined): boolean {
  return ids !== undefined && pair.sides.every(({ id }) => ids.includes(id));
}
