import { stands } from "../household/household-state";
import type { Actor } from "../people/actor";
import { nextStatus, type EntryStatus } from "../review/lifecycle";
import { can, type Supervised } from "../review/permission";
import type { LocalDate } from "../time/local-date";

/** Two entries that may be the same thing; ids in their order, so that a pair is one pair. */
export type Pair = { readonly entryId: string; readonly otherId: string };

export function pairOf(a: string, b: string): Pair {
  return a < b ? { entryId: a, otherId: b } : { entryId: b, otherId: a };
}

/** Only what stands, or waits to, can be recorded twice. */
export function mayBeDouble(status: EntryStatus): boolean {
  return stands[status] || status === "quarantined";
}

/**
 * How this person can end an entry that is the same as another one: refuse what waits, overturn what was confirmed
 * (officers above). Undefined: not at all, so this one is the one that stands.
 */
export function waysOut(actor: Actor, entry: Supervised & { readonly status: EntryStatus }, day: LocalDate): "refuse" | "overturn" | undefined {
  const steps = ["refuse", "overturn"] as const;
  return steps.find((step) => nextStatus(entry.status, step) !== undefined && can(actor, step, entry, day));
}
