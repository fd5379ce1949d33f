import { type Plane, transpose } from "./gray";

// Columns are blurred as the rows of the transposed picture: memory is read in order, which is what costs.

/** Gaussian blur with the standard deviation `sigma` in pixels; the border repeats outwards. */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  const kernel = gaussianKernel(sigma);
  return transpose(blurRows(transpose(blurRows(plane, kernel)), kernel));
}

/** Mean over a square of `2 × radius + 1` pixels: a wide blur whose cost does not grow with the radius. */
export function boxBlur(plane: Plane, radius: number): Plane {
  return transpose(meanOfRows(transpose(meanOfRows(plane, radius)), radius));
}

function blurRows({ data, width, height }: Plane, kernel: Float32Array): Plane {
  const radius = kernel.length >> 1;
  const out = new Float32Array(data.length);
  const padded = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    pad(data, y * width, width, radius, padded);
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * padded[x + k]!;
      out[y * width + x] = sum;
    }
  }
  return { data: out, width, height };
}

function meanOfRows({ data, width, height }: Plane, radius: number): Plane {
  const out = new Float32Array(data.length);
  const taps = 2 * radius + 1;
  const padded = new Float32Array(width + taps);
  for (let y = 0; y < height; y++) {
    pad(data, y * width, width, radius, padded);
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += padded[k]!;
    for (let x = 0; x < width; x++) {
      out[y * width + x] = sum / taps;
      sum += padded[x + taps]! - padded[x]!;
    }
  }
  return { data: out, width, height };
}

/** Copies one row with its first and last value repeated on both sides. */
function pad(data: Float32Array, start: number, width: number, radius: number, padded: Float32Array): void {
  padded.fill(data[start]!, 0, radius);
  padded.set(data.subarray(start, start + width), radius);
  padded.fill(data[start + width - 1]!, radius + width);
}

function gaussianKernel(sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)));
  const sum = kernel.reduce((a, b) => a + b);
  return kernel.map((weight) => weight / sum);
}
