import { roundHalf, wholePercent } from "./percent";
import type { Ratio } from "./register-indicators";

/**
 * From one point to the next. `growth` of a count, in percent and not rounded; `points` between two shares, each
 * rounded first, as the annex is printed; `begun`: from 0; `nothing`: 0 before and now.
 */
export type Change =
  | { readonly kind: "growth"; readonly percent: number }
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "begun" | "nothing" | "unknown" };

/**
 * How a change is printed. `legacy`: annex 2 of seed 000, with a decimal point and no sign for growth. `vietnamese`:
 * signed, with a decimal comma and thousands parted by points.
 */
export const changeFormats = ["legacy", "vietnamese"] as const;
export type ChangeFormat = (typeof changeFormats)[number];

export function changeOfCount(before: number, now: number): Change {
  if (before === 0) return { kind: now === 0 ? "nothing" : "begun" };
  return { kind: "growth", percent: ((now - before) * 100) / before };
}

/** A share of nothing counts as 0 %, as it is printed; one that nobody knows has no change. */
export function changeOfRatio(before: Ratio | undefined, now: Ratio | undefined): Change {
  if (!before || !now) return { kind: "unknown" };
  return { kind: "points", points: (wholePercent(now) ?? 0) - (wholePercent(before) ?? 0) };
}

/** Negative, 0 or positive as it fell, stayed or rose; undefined where there is nothing to compare with. */
export function directionOf(change: Change): -1 | 0 | 1 | undefined {
  if (change.kind === "growth") return Math.sign(change.percent) as -1 | 0 | 1;
  if (change.kind === "points") return Math.sign(change.points) as -1 | 0 | 1;
  return change.kind === "nothing" ? 0 : undefined;
}

/** `-` where the value before is 0 or unknown. Shares are in percentage points and have a `%` too: the column says which. */
export function changeText(change: Change, format: ChangeFormat): string {
  const size = sizeText(change, format);
  if (size === undefined) return "-";
  if (!/[1-9]/.test(size)) return size;
  if (directionOf(change) === -1) return `-${size}`;
  return format === "vietnamese" ? `+${size}` : size;
}

/**
 * How much, without a sign: whole percent, but one decimal where it is below 0.5 % and not 0. The rule reproduces all
 * printed changes of annex 2.
 */
export function sizeText(change: Change, format: ChangeFormat = "vietnamese"): string | undefined {
  if (change.kind === "points") return `${Math.abs(change.points)}%`;
  if (change.kind !== "growth") return undefined;
  const size = Math.abs(change.percent);
  const rounded = size < 0.5 && size !== 0 ? roundHalf(size, 1).toFixed(1) : String(roundHalf(size));
  return format === "legacy" ? `${rounded}%` : `${rounded.replace(".", ",").replace(/\B(?=(\d{3})+$)/g, ".")}%`;
}
