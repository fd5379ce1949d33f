import type { CommittedEntry } from "./world";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";

/**
 * Nobody is told "đã nhận" before the commit. Each answer is held for a moment, the database is asked what is
 * committed, and only then the phone gets the answer: whatever the phone says next must already be in there.
 */
export type ReceiptWatch = {
  committed(entries: readonly CommittedEntry[]): void;
  shown(entries: readonly EntrySummary[]): void;
};

export function createReceiptWatch(violations: string[]): ReceiptWatch {
  const known = new Map<string, Set<string>>();
  const checked = new Set<string>();
  return {
    committed: (entries) => {
      for (const { id, happenedAt } of entries) {
        const moments = known.get(id) ?? new Set<string>();
        known.set(id, moments.add(happenedAt));
      }
    },
    shown: (entries) => {
      for (const { id, sync, happenedAt, status } of entries) {
        if (sync !== "received" || checked.has(`${id} ${happenedAt} ${status}`)) continue;
        checked.add(`${id} ${happenedAt} ${status}`);
        if (!known.get(id)?.has(happenedAt)) violations.push(`lied: entry ${id} was called received before it was`);
      }
    },
  };
}
