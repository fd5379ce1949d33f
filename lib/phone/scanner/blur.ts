import type { Plane } from "./gray";

/** Gaussian blur with the standard deviation `sigma` in pixels; the border repeats outwards. */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  const kernel = gaussianKernel(sigma);
  return twice(plane, (from, to, length) => convolve(from, to, length, kernel));
}

/** Mean over a square of `2 × radius + 1` pixels: a wide blur whose cost does not grow with the radius. */
export function boxBlur(plane: Plane, radius: number): Plane {
  return twice(plane, (from, to, length) => slidingMean(from, to, length, radius));
}

type LineFilter = (from: Float32Array, to: Float32Array, length: number) => void;

/** Runs a filter along all rows, then along all columns. */
function twice({ data, width, height }: Plane, filter: LineFilter): Plane {
  const longest = Math.max(width, height);
  const from = new Float32Array(longest);
  const to = new Float32Array(longest);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    filter(data.subarray(y * width, (y + 1) * width), to, width);
    out.set(to.subarray(0, width), y * width);
  }
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) from[y] = out[y * width + x]!;
    filter(from, to, height);
    for (let y = 0; y < height; y++) out[y * width + x] = to[y]!;
  }
  return { data: out, width, height };
}

function convolve(from: Float32Array, to: Float32Array, length: number, kernel: Float32Array): void {
  const radius = kernel.length >> 1;
  for (let i = 0; i < length; i++) {
    let sum = 0;
    if (i >= radius && i + radius < length) {
      for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * from[i + k - radius]!;
    } else {
      for (let k = 0; k < kernel.length; k++) {
        sum += kernel[k]! * from[Math.max(0, Math.min(length - 1, i + k - radius))]!;
      }
    }
    to[i] = sum;
  }
}

function slidingMean(from: Float32Array, to: Float32Array, length: number, radius: number): void {
  const at = (i: number) => from[Math.max(0, Math.min(length - 1, i))]!;
  let sum = 0;
  for (let i = -radius; i <= radius; i++) sum += at(i);
  for (let i = 0; i < length; i++) {
    to[i] = sum / (2 * radius + 1);
    sum += at(i + radius + 1) - at(i - radius);
  }
}

function gaussianKernel(sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b);
  return kernel.map((weight) => weight / sum);
}
