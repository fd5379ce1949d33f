import { createStore } from "../device/store";
import type { EntrySummary, ReadStore, SyncState } from "../phone";
import type { LoopState } from "./sync-loop";

/** The four counters beside what the loop is at; follows both. */
export function syncStateOf(
  entries: ReadStore<readonly EntrySummary[]>,
  loop: ReadStore<LoopState>,
  lastContact: ReadStore<string | undefined>,
): ReadStore<SyncState> {
  const current = () => combine(entries.getSnapshot(), loop.getSnapshot(), lastContact.getSnapshot());
  const store = createStore(current());
  for (const source of [entries, loop, lastContact]) source.subscribe(() => store.set(current()));
  return store;
}

function combine(entries: readonly EntrySummary[], loop: LoopState, lastContactAt: string | undefined): SyncState {
  const counts = { saved: 0, sending: 0, received: 0, attention: 0 };
  for (const { sync } of entries) counts[sync] += 1;
  return { ...counts, ...loop, ...(lastContactAt ? { lastContactAt } : {}) };
}
