import { boxBlur, gaussianBlur } from "./blur";
import type { Plane } from "./gray";

/** Unsharp mask: adds `amount` times what a blur of `sigma` pixels takes away. */
export function sharpen(plane: Plane, sigma: number, amount: number): Plane {
  const blurred = gaussianBlur(plane, sigma).data;
  const data = new Float32Array(blurred.length);
  for (let i = 0; i < data.length; i++) data[i] = plane.data[i]! + amount * (plane.data[i]! - blurred[i]!);
  return { ...plane, data };
}

/** Spreads the 2nd to 98th percentile over nearly the full range, so that dim pictures sharpen alike. */
export function stretch(plane: Plane): Plane {
  const [low, high] = percentiles(plane, 0.02, 0.98);
  const gain = 235 / Math.max(1, high - low);
  const data = new Float32Array(plane.data.length);
  for (let i = 0; i < data.length; i++) data[i] = 10 + (plane.data[i]! - low) * gain;
  return { ...plane, data };
}

/**
 * Zero mean and unit spread within `radius` pixels around each pixel: takes shadow and the slope of a
 * reflection away. `floor` is the spread, in grey levels, below which there is nothing but noise.
 */
export function normalise(plane: Plane, radius: number, floor = 3): Plane {
  const mean = boxBlur(plane, radius).data;
  const squares = new Float32Array(mean.length);
  const data = new Float32Array(mean.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = plane.data[i]! - mean[i]!;
    squares[i] = data[i]! * data[i]!;
  }
  const variance = boxBlur({ ...plane, data: squares }, radius).data;
  for (let i = 0; i < data.length; i++) data[i]! /= Math.sqrt(variance[i]! + floor * floor);
  return { ...plane, data };
}

function percentiles(plane: Plane, low: number, high: number): [number, number] {
  const counts = new Uint32Array(256);
  for (let i = 0; i < plane.data.length; i++) counts[Math.max(0, Math.min(255, Math.round(plane.data[i]!)))]!++;
  const at = (share: number) => {
    let level = 0;
    for (let seen = counts[0]!; seen < share * plane.data.length && level < 255; ) seen += counts[++level]!;
    return level;
  };
  return [at(low), at(high)];
}
