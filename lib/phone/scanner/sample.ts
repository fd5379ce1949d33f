import type { Plane } from "./gray";
import type { Homography } from "./homography";

/** The picture where the perspective puts a point, between pixels by weight; the border repeats outwards. */
export function sampleAt({ data, width, height }: Plane, h: Homography, u: number, v: number): number {
  const w = h[6]! * u + h[7]! * v + 1;
  const x = Math.max(0, Math.min(width - 1.001, (h[0]! * u + h[1]! * v + h[2]!) / w - 0.5));
  const y = Math.max(0, Math.min(height - 1.001, (h[3]! * u + h[4]! * v + h[5]!) / w - 0.5));
  const column = x | 0, row = y | 0;
  const right = x - column, below = y - row;
  const p = row * width + column;
  const upper = data[p]! * (1 - right) + data[p + 1]! * right;
  const lower = data[p + width]! * (1 - right) + data[p + width + 1]! * right;
  return upper * (1 - below) + lower * below;
}
