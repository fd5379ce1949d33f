import { readModules } from "./equalise";
import { fitGrid } from "./fit-grid";
import type { Pixels, Plane } from "./gray";
import { findOutline } from "./outline";
import { normalise } from "./sharpen";
import { read } from "./zxing";

/**
 * Last resort for a code that is too blurred for a detector: finds its outline and grid by itself,
 * decides module by module, and has the clean drawing decoded. The code's own error correction judges
 * the outcome as it would any other.
 */
export async function readRestored(plane: Plane): Promise<string | undefined> {
  const outline = findOutline(plane);
  const grid = outline && fitGrid(normalise(plane, 8), outline);
  if (!grid) return undefined;
  for (const modules of readModules(plane, grid)) {
    const text = await read(drawCode(modules), { isPure: true, binarizer: "FixedThreshold" });
    if (text !== undefined) return text;
  }
  return undefined;
}

const moduleSide = 3;
const quietZone = 4;

/** The code as it was printed: whole pixels, black on white. */
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
