import { readModules } from "./equalise";
import { fitGrid, type Grid } from "./fit-grid";
import type { Pixels, Plane } from "./gray";
import { findOutlines } from "./outline";
import { normalise } from "./sharpen";
import { read } from "./zxing";

/**
 * Reads a code that is too blurred for a detector: finds its outline and grid by itself, decides module
 * by module, and has the clean drawing decoded. The code's own error correction judges the outcome as it
 * would any other, so a wrong decision costs a reading, never a wrong text.
 *
 * ```
 * crop ─ outline (texture ends) ─ finders, version, grid ─ learnt filter ─ modules ─ drawing ─ text
 * ```
 */
export async function readRestored(plane: Plane): Promise<string | undefined> {
  const normalised = normalise(plane, 8);
  const grid = findGrid(plane, normalised);
  if (!grid) return undefined;
  for (const modules of readModules(plane, normalised, grid)) {
    const text = await read(drawCode(modules), { isPure: true, binarizer: "FixedThreshold" });
    if (text !== undefined) return text;
  }
  return undefined;
}

function findGrid(plane: Plane, normalised: Plane): Grid | undefined {
  for (const outline of findOutlines(plane)) {
    const grid = fitGrid(normalised, outline);
    if (grid) return grid;
  }
  return undefined;
}

/** Pixels per module, and light modules around the code, in a drawing. */
const moduleSide = 3, quietZone = 4;

/** The code as it was printed, from its modules (1 dark): whole pixels, black on white. */
export function drawCode(modules: Int8Array): Pixels {
  const size = Math.sqrt(modules.length);
  const width = (size + 2 * quietZone) * moduleSide;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < size * moduleSide; y++) {
    for (let x = 0; x < size * moduleSide; x++) {
      if (modules[Math.floor(y / moduleSide) * size + Math.floor(x / moduleSide)] !== 1) continue;
      const p = ((y + quietZone * moduleSide) * width + x + quietZone * moduleSide) * 4;
      data.fill(0, p, p + 3);
    }
  }
  return { data, width, height: width };
}
