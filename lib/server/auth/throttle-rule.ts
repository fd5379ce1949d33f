import "server-only";

/** How guessing slows down. A rule sees the failures of its window and says how long to wait. */
export type ThrottleRule = {
  readonly windowSeconds: number;
  readonly freeFailures: number;
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
};

/** Wrong passwords for one account since its last success. */
export const accountRule: ThrottleRule = {
  windowSeconds: 24 * 60 * 60,
  freeFailures: 5,
  firstDelaySeconds: 15,
  longestDelaySeconds: 15 * 60,
};

/** Wrong passwords from one address: a counter's whole team may share it. */
export const addressRule: ThrottleRule = {
  windowSeconds: 60 * 60,
  freeFailures: 50,
  firstDelaySeconds: 30,
  longestDelaySeconds: 60 * 60,
};

/** Seconds to wait from the last failure on; doubles with each failure beyond the free ones. */
export function delayAfter(failures: number, rule: ThrottleRule): number {
  if (failures < rule.freeFailures) return 0;
  return Math.min(rule.firstDelaySeconds * 2 ** (failures - rule.freeFailures), rule.longestDelaySeconds);
}
