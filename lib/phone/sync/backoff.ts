const firstMs = 2_000;
const capMs = 5 * 60_000;
const leastMs = 500;

/**
 * How long to wait after the `failures`-th failure in a row: doubling, capped, with full jitter, so that a
 * hundred phones at one counter don't come back in the same second.
 * @param random from 0 to below 1
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(capMs, firstMs * 2 ** Math.min(Math.max(0, failures - 1), 20));
  return Math.round(leastMs + random * (ceiling - leastMs));
}
