import { createStore, type ReadStore } from "../device/store";
import type { EntrySummary } from "../entries/entry-on-phone";
import type { LoopState } from "./sync-loop";

export type SyncState = {
  readonly saved: number;
  readonly sending: number;
  readonly received: number;
  readonly attention: number;
  readonly connection: "unknown" | "online" | "offline" | "captivePortal" | "signInNeeded" | "busy" | "fault" | "outdated" | "awaitingApproval" | "joinRefused";
  /** When the next try is due, ISO; undefined when one runs or nothing waits. */
  readonly nextTryAt?: string;
  readonly lastContactAt?: string;
  /** Another tab of this app does the sending. */
  readonly elsewhere: boolean;
};

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
