import { type Grid, refineGrid } from "./fit-grid";
import { functionPattern } from "./function-pattern";
import type { Plane } from "./gray";
import { solve } from "./linear-system";
import { sampleAt } from "./sample";
import { normalise } from "./sharpen";

/** Modules beside the code that are sampled too: its quiet zone is known to be light. */
const border = 2;
/** Samples per module in each direction. */
const density = 2;
/** A module is decided from this many samples in a row, and as many rows: its own and two modules beside it. */
const reach = 6;
const inputs = reach * reach + 1;
/** Keeps the filter small where few modules are known: found on pictures like those of the tests. */
const ridge = 6;

/**
 * Decides every module of a blurred code, dark (1) or light (-1). The patterns that all codes share show
 * how this very picture smears a module into its neighbours, whether by defocus or by movement; a linear
 * filter learnt from them undoes it. Each round learns again from what the last one decided, so it gives
 * several readings, each to be tried until one decodes.
 */
export function* readModules(plane: Plane, normalised: Plane, found: Grid): Generator<Int8Array> {
  const { size, modules: known } = functionPattern(found.version);
  let grid = found;
  let belief: Int8Array = known;
  for (let round = 0; round < 3; round++) {
    const samples = sampleGrid(plane, grid, size);
    const filter = learn(samples, size, belief, round === 0 ? 1 : 2);
    if (!filter) return;
    belief = decide(samples, size, filter, known);
    yield belief;
    // now that nearly all modules are known, the place can be told more exactly
    if (round === 0) grid = refineGrid(normalised, grid, belief);
  }
}

/** The code laid flat, `density` samples per module, freed of shadow and glare. */
function sampleGrid(plane: Plane, grid: Grid, size: number): Plane {
  const width = (size + 2 * border) * density;
  const data = new Float32Array(width * width);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = sampleAt(plane, grid.place, (x + 0.5) / density - border, (y + 0.5) / density - border);
    }
  }
  return normalise({ data, width, height: width }, 8);
}

/** Ridge regression from the samples around a module to its colour, over all modules that are known. */
function learn(samples: Plane, size: number, belief: Int8Array, stride: number): Float64Array | undefined {
  const matrix = new Float64Array(inputs * inputs);
  const right = new Float64Array(inputs);
  const input = new Float64Array(inputs);
  for (let y = -1; y <= size; y++) {
    for (let x = -1 + (stride > 1 ? y & 1 : 0); x <= size; x += stride) {
      const outside = x < 0 || y < 0 || x >= size || y >= size;
      const colour = outside ? -1 : belief[y * size + x]!;
      if (colour === 0) continue;
      gather(samples, x, y, input);
      for (let i = 0; i < inputs; i++) {
        const value = input[i]!, row = i * inputs;
        right[i]! += value * colour;
        for (let j = 0; j <= i; j++) matrix[row + j]! += value * input[j]!;
      }
    }
  }
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j < i; j++) matrix[j * inputs + i] = matrix[i * inputs + j]!;
    matrix[i * inputs + i]! += ridge;
  }
  return solve(matrix, right);
}

function decide(samples: Plane, size: number, filter: Float64Array, known: Int8Array): Int8Array {
  const input = new Float64Array(inputs);
  return known.map((colour, i) => {
    if (colour !== 0) return colour;
    gather(samples, i % size, Math.floor(i / size), input);
    let sum = 0;
    for (let k = 0; k < inputs; k++) sum += filter[k]! * input[k]!;
    return sum > 0 ? 1 : -1;
  });
}

/** The samples around a module, the nearest ones repeated at the rim, and a constant. */
function gather({ data, width }: Plane, x: number, y: number, input: Float64Array): void {
  const left = (x + border) * density - (reach - density) / 2;
  const top = (y + border) * density - (reach - density) / 2;
  let k = 0;
  for (let row = top; row < top + reach; row++) {
    const start = Math.max(0, Math.min(width - 1, row)) * width;
    for (let column = left; column < left + reach; column++) {
      input[k++] = data[start + Math.max(0, Math.min(width - 1, column))]!;
    }
  }
  input[k] = 1;
}
