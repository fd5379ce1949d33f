import type { Plane } from "./gray";

/**
 * Resizes by `scale` with Catmull-Rom cubics, whose slight overshoot keeps the edges of small modules.
 * Below 1 the neighbourhood widens with the step, so that shrinking averages instead of skipping.
 */
export function resize(plane: Plane, scale: number): Plane {
  const width = Math.max(1, Math.round(plane.width * scale));
  const height = Math.max(1, Math.round(plane.height * scale));
  const rows = stretchRows(plane.data, plane.width, plane.height, width);
  return { data: stretchRows(rows, plane.height, width, height), width, height };
}

/** Stretches each row to `target` pixels and hands the result back transposed. */
function stretchRows(data: Float32Array, width: number, height: number, target: number): Float32Array {
  const out = new Float32Array(target * height);
  const scale = target / width;
  const reach = 2 * Math.max(1, 1 / scale);
  const taps = Math.ceil(2 * reach);
  const weights = new Float32Array(taps);
  const columns = new Int32Array(taps);
  for (let x = 0; x < target; x++) {
    const centre = (x + 0.5) / scale - 0.5;
    const first = Math.ceil(centre - reach);
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      weights[k] = cubic(((first + k - centre) * 2) / reach);
      columns[k] = Math.max(0, Math.min(width - 1, first + k));
      sum += weights[k]!;
    }
    for (let y = 0; y < height; y++) {
      let value = 0;
      for (let k = 0; k < taps; k++) value += weights[k]! * data[y * width + columns[k]!]!;
      out[x * height + y] = value / sum;
    }
  }
  return out;
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x >= 2) return 0;
  return x < 1 ? 1.5 * x ** 3 - 2.5 * x * x + 1 : -0.5 * x ** 3 + 2.5 * x * x - 4 * x + 2;
}
