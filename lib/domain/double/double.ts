import { stands } from "../household/household-state";
import type { EntryAction, EntryStatus } from "../review/lifecycle";

/** Two entries that may be the same thing; ids in their order, so that a pair is one pair. */
export type Pair = { readonly entryId: string; readonly otherId: string };

export function pairOf(a: string, b: string): Pair {
  return a < b ? { entryId: a, otherId: b } : { entryId: b, otherId: a };
}

/** Only what stands, or waits to, can be recorded twice. */
export function mayBeDouble(status: EntryStatus): boolean {
  return stands[status] || status === "quarantined";
}

/** Steps that end an entry which is the same as another one: what waits is refused, what was confirmed overturned. */
export type WayOut = "refuse" | "overturn";

/**
 * @param actions steps that this person may take with the entry now
 * @returns undefined where there is none: then this entry can only be the one that stands
 */
export function wayOutOf(actions: readonly EntryAction[]): WayOut | undefined {
  return (["refuse", "overturn"] as const).find((step) => actions.includes(step));
}
