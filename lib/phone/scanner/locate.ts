import { edgeField, weakerEdges } from "./edges";
import type { GrayImage, Plane, Region } from "./gray";

/** Sides of the square that a code may fill, in pixels; one is never more than a third off. */
const sides = [56, 72, 96, 128, 168, 224, 296, 392, 520];

/** Side, in pixels, of the square of pixels behind one cell of the density map. */
const cell = 8;

/**
 * Finds where a code may be: squares that hold many edges in all directions while their surroundings
 * hold few. Needs no readable module, so it finds a code that is too blurred or too small to decode.
 * Best first, at most `count`, not overlapping much.
 */
export function locate(image: GrayImage, count: number): Region[] {
  // every second pixel is enough for a sum; the root keeps one glaring spot from outweighing the rest
  const energy = weakerEdges(edgeField(image, cell, 2));
  const map = { ...energy, data: energy.data.map(Math.sqrt) };
  const sums = summed(map);
  const candidates = sides.flatMap((side) => bestOfSide(sums, map, side)).sort((a, b) => b.score - a.score);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (kept.length === count) break;
    if (kept.every((other) => overlap(other, candidate) < 0.3)) kept.push(candidate);
  }
  return kept.map(({ x, y, width, height }) => ({ x, y, width, height }));
}

type Candidate = Region & { readonly score: number };
/** The best few places for one size, at different spots. */
function bestOfSide(sums: Plane, map: Plane, side: number): Candidate[] {
  const n = Math.round(side / cell);
  const margin = Math.max(2, Math.round(n * 0.35));
  const step = Math.max(1, n >> 3);
  const best: Candidate[] = [];
  for (let y = 0; y + n <= map.height; y += step) {
    for (let x = 0; x + n <= map.width; x += step) {
      const inside = boxSum(sums, x, y, x + n, y + n);
      const x0 = Math.max(0, x - margin), y0 = Math.max(0, y - margin), x1 = Math.min(map.width, x + n + margin), y1 = Math.min(map.height, y + n + margin);
      const ringArea = (x1 - x0) * (y1 - y0) - n * n;
      const ring = ringArea > 0 ? (boxSum(sums, x0, y0, x1, y1) - inside) / ringArea : 0;
      const score = (inside / (n * n) - ring) * Math.sqrt(n);
      insert(best, { x: x * cell, y: y * cell, width: n * cell, height: n * cell, score });
    }
  }
  return best;
}

const keptPerSide = 4;

/** Keeps the list short, best first, one entry per spot. */
function insert(best: Candidate[], candidate: Candidate): void {
  if (best.length === keptPerSide && candidate.score <= best[keptPerSide - 1]!.score) return;
  const rival = best.findIndex((other) => overlap(other, candidate) >= 0.3);
  if (rival >= 0) {
    if (best[rival]!.score >= candidate.score) return;
    best.splice(rival, 1);
  }
  best.push(candidate);
  best.sort((a, b) => b.score - a.score);
  if (best.length > keptPerSide) best.pop();
}

/** Shared area as a part of the smaller region. */
function overlap(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.min(a.width * a.height, b.width * b.height);
}

/** Summed-area table, one row and column larger than the map. */
function summed(map: Plane): Plane {
  const width = map.width + 1;
  const data = new Float32Array(width * (map.height + 1));
  for (let y = 0; y < map.height; y++) {
    let row = 0;
    for (let x = 0; x < map.width; x++) {
      row += map.data[y * map.width + x]!;
      data[(y + 1) * width + x + 1] = data[y * width + x + 1]! + row;
    }
  }
  return { data, width, height: map.height + 1 };
}

function boxSum({ data, width }: Plane, x0: number, y0: number, x1: number, y1: number): number {
  return data[y1 * width + x1]! - data[y0 * width + x1]! - data[y1 * width + x0]! + data[y0 * width + x0]!;
}
