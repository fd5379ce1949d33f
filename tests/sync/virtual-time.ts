/**
 * Time that passes only when it is told to. Timers are the phone's own; what is real (sockets, the cipher,
 * the database) is waited for, never slept through.
 */
export type VirtualTime = {
  /** Milliseconds passed. */
  elapsed(): number;
  start(callback: () => void, delayMs: number): VirtualTimer;
  cancel(timer: unknown): void;
  /** Goes to the next timer and lets it ring; false when there is none within `withinMs`. */
  advanceToNext(withinMs?: number): boolean;
};

export type VirtualTimer = { readonly at: number; readonly callback: () => void };

export function createVirtualTime(): VirtualTime {
  let elapsed = 0;
  const timers = new Set<VirtualTimer>();
  return {
    elapsed: () => elapsed,
    start: (callback, delayMs) => {
      const timer = { at: elapsed + Math.max(0, delayMs), callback };
      timers.add(timer);
      return timer;
    },
    cancel: (timer) => void timers.delete(timer as VirtualTimer),
    advanceToNext: (withinMs = Infinity) => {
      const [first] = [...timers].sort((a, b) => a.at - b.at);
      if (!first || first.at > elapsed + withinMs) return false;
      timers.delete(first);
      elapsed = Math.max(elapsed, first.at);
      first.callback();
      return true;
    },
  };
}
