import { type Plane, transpose } from "./gray";

/**
 * Resizes by `scale` with Catmull-Rom cubics, whose slight overshoot keeps the edges of small modules.
 * Below 1 the neighbourhood widens with the step, so that shrinking averages instead of skipping.
 */
export function resize(plane: Plane, scale: number): Plane {
  const width = Math.max(1, Math.round(plane.width * scale));
  const height = Math.max(1, Math.round(plane.height * scale));
  return transpose(resizeRows(transpose(resizeRows(plane, width)), height));
}

function resizeRows({ data, width, height }: Plane, target: number): Plane {
  const { taps, columns, weights } = cubicTaps(width, target);
  const out = new Float32Array(target * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, tap = 0; x < target; x++) {
      let value = 0;
      for (let k = 0; k < taps; k++, tap++) value += weights[tap]! * data[row + columns[tap]!]!;
      out[y * target + x] = value;
    }
  }
  return { data: out, width: target, height };
}

/** For each target pixel the source pixels it is made of; the border repeats outwards. */
function cubicTaps(width: number, target: number): { taps: number; columns: Int32Array; weights: Float32Array } {
  const scale = target / width;
  const widening = Math.max(1, 1 / scale);
  const taps = Math.ceil(4 * widening);
  const columns = new Int32Array(taps * target);
  const weights = new Float32Array(taps * target);
  for (let x = 0; x < target; x++) {
    const centre = (x + 0.5) / scale - 0.5;
    const first = Math.ceil(centre - 2 * widening);
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += cubic((first + k - centre) / widening);
    for (let k = 0; k < taps; k++) {
      columns[x * taps + k] = Math.max(0, Math.min(width - 1, first + k));
      weights[x * taps + k] = cubic((first + k - centre) / widening) / sum;
    }
  }
  return { taps, columns, weights };
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x >= 2) return 0;
  return x < 1 ? 1.5 * x ** 3 - 2.5 * x * x + 1 : -0.5 * x ** 3 + 2.5 * x * x - 4 * x + 2;
}
