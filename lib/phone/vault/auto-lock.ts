import type { PhoneEnvironment } from "../device/environment";

/** Without a touch, and out of sight. */
export const untouchedMs = 10 * 60_000;
export const hiddenMs = 5 * 60_000;
/** A row of touches is one. */
const noticedEveryMs = 5_000;

export type AutoLock = {
  /** Another tab of the app is in use. */
  usedElsewhere(): void;
  stop(): void;
};

/**
 * Locks a phone that lies around. A page that was frozen meanwhile has no timers: it is judged by the clock when it
 * comes back, before anybody sees it.
 * @param used told of each use of this page, so that other tabs of it stay open too
 */
export function startAutoLock({ timers, now, watchUse }: PhoneEnvironment, lock: () => void, used: () => void): AutoLock {
  let isHidden = false;
  let lastUse: number | undefined;
  let timer: unknown;
  const limit = () => (isHidden ? hiddenMs : untouchedMs);
  const isOver = () => lastUse !== undefined && now() - lastUse >= limit();
  const count = () => {
    timers.cancel(timer);
    lastUse = now();
    timer = timers.start(check, limit());
  };
  const check = () => {
    const passed = now() - (lastUse ?? 0);
    if (passed >= limit()) return lock();
    timer = timers.start(check, Math.min(limit() - passed, limit())); // the clock was changed
  };
  const stopWatching = watchUse((use) => {
    if (isOver()) return lock();
    if (use === "touched" && lastUse !== undefined && Math.abs(now() - lastUse) < noticedEveryMs) return;
    isHidden = use === "hidden";
    count();
    if (!isHidden) used();
  });
  return {
    usedElsewhere: () => {
      if (lastUse === undefined || isOver()) return;
      isHidden = false; // the app is in sight, in that tab
      count();
    },
    stop: () => {
      timers.cancel(timer);
      stopWatching();
    },
  };
}
