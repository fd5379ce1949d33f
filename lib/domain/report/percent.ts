import type { Ratio } from "./register-indicators";

/** Whole percent, half up; undefined of nothing. Exact for whole numbers: 0.5 % is never lost in a fraction. */
export function wholePercent({ part, whole }: Ratio): number | undefined {
  return whole === 0 ? undefined : Math.floor((200 * part + whole) / (2 * whole));
}

/** Half away from zero, to this many decimals. */
export function roundHalf(value: number, decimals = 0): number {
  const factor = 10 ** decimals;
  // Some of what is exactly a half is a little less in binary: 1.005 is 1.00499…
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON))) / factor;
}
