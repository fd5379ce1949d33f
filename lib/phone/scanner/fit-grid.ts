import { findFinder } from "./find-finder";
import { functionPattern } from "./function-pattern";
import type { Plane } from "./gray";
import { type Homography, homographyBetween, type Point, project, type Quad, squareOf } from "./homography";
import { sampleAt } from "./sample";

/** Where each module of a code lies in a picture: `place` takes module coordinates (0…size) to pixels. */
export type Grid = { readonly version: number; readonly corners: Quad; readonly place: Homography };

/** Versions that a card's text can need: about 60 to 400 bytes. */
const smallestVersion = 4, largestVersion = 14;

/**
 * Below these no code was ever read, and print, faces or table tops reach them rarely: they end the search
 * early on most pictures without a code. A sharp code scores 2.5.
 */
const clearFinder = 0.6, clearGrid = 1.1;

/**
 * Finds version, direction and exact place of a code from its rough outline (see `findOutline`) by
 * laying the patterns that every code shares over the picture. `plane` is normalised: dark below 0.
 */
export function fitGrid(plane: Plane, outline: Quad): Grid | undefined {
  const corners = clockwise(outline);
  const finders = [0, 1, 2, 3].flatMap((corner) => findFinder(plane, corners, corner) ?? []);
  // three corners hold a finder: the weakest of the four is the bottom right one
  const scores = finders.map(({ score }) => score);
  const last = scores.indexOf(Math.min(...scores));
  if (finders.length < 4 || scores.some((score, i) => i !== last && score < clearFinder)) return undefined;
  const [topLeft, topRight, bottomLeft] = [finders[(last + 2) % 4]!, finders[(last + 3) % 4]!, finders[(last + 1) % 4]!];
  const marks: Quad = [topLeft.centre, topRight.centre, corners[last]!, bottomLeft.centre];
  const module = (topLeft.module + topRight.module + bottomLeft.module) / 3;
  const size = 7 + (distance(marks[0], marks[1]) + distance(marks[0], marks[3])) / (2 * module);
  return bestGrid(plane, marks, Math.round((size - 17) / 4));
}

/** Moves a grid until the given modules (1 dark, -1 light, 0 ignored) lie best on the picture. */
export function refineGrid(plane: Plane, grid: Grid, modules: Int8Array): Grid {
  return climb(plane, grid, samplesOf(modules));
}

/**
 * Tries the versions around the estimate. `marks` are the centres of three finders and, third, the outline's
 * own corner, which is good to about two modules only: the places around it are tried too.
 */
function bestGrid(plane: Plane, marks: Quad, estimate: number): Grid | undefined {
  const starts: (Grid & { score: number })[] = [];
  // the coarse scales of the search make codes look smaller rather than larger than they are
  const from = Math.max(smallestVersion, estimate - 2), to = Math.min(largestVersion, estimate + 4);
  for (let version = from; version <= to; version++) {
    const start = bestStart(plane, version, marks);
    if (start) starts.push(start);
  }
  const fitted = starts
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map((start) => climb(plane, start, samplesOf(functionPattern(start.version).modules)));
  const best = fitted.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= clearGrid ? best : undefined;
}

function bestStart(plane: Plane, version: number, marks: Quad): (Grid & { score: number }) | undefined {
  const { size, samples } = telltales(version);
  const inner: Quad = [{ x: 3.5, y: 3.5 }, { x: size - 3.5, y: 3.5 }, { x: size, y: size }, { x: 3.5, y: size - 3.5 }];
  const module = distance(marks[0], marks[1]) / (size - 7);
  let best: (Grid & { score: number }) | undefined;
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -3; dx <= 3; dx++) {
      const last = { x: marks[2].x + dx * module, y: marks[2].y + dy * module };
      const place = homographyBetween(inner, [marks[0], marks[1], last, marks[3]]);
      const score = place ? lie(plane, place, samples) : -Infinity;
      if (!place || (best && score <= best.score)) continue;
      const corners = squareOf(size).map(({ x, y }) => project(place, x, y)) as unknown as Quad;
      best = { version, corners, place, score };
    }
  }
  return best;
}

/** Centres of known modules, with weights that sum to nothing. */
type Samples = { readonly x: Float64Array; readonly y: Float64Array; readonly weight: Float64Array };

function samplesOf(modules: Int8Array): Samples {
  const size = Math.sqrt(modules.length);
  const places = [...modules.keys()].filter((i) => modules[i] !== 0);
  const dark = places.filter((i) => modules[i] === 1).length;
  return {
    x: Float64Array.from(places, (i) => (i % size) + 0.5),
    y: Float64Array.from(places, (i) => Math.floor(i / size) + 0.5),
    weight: Float64Array.from(places, (i) => (modules[i] === 1 ? -1 / dark : 1 / (places.length - dark))),
  };
}

type Telltales = { readonly size: number; readonly samples: Samples };
const telltalesByVersion = new Map<number, Telltales>();

/** The three finders are in place already: what else is known of a version tells it from others. */
function telltales(version: number): Telltales {
  const found = telltalesByVersion.get(version);
  if (found) return found;
  const { size, modules } = functionPattern(version);
  const made = { size, samples: samplesOf(withoutFinders(modules, size)) };
  telltalesByVersion.set(version, made);
  return made;
}

function withoutFinders(modules: Int8Array, size: number): Int8Array {
  return modules.map((module, i) => {
    const x = i % size, y = Math.floor(i / size);
    const inFinder = (x < 8 && y < 8) || (x >= size - 8 && y < 8) || (x < 8 && y >= size - 8);
    return inFinder ? 0 : module;
  });
}

/** How well the modules lie: mean of what should be light minus mean of what should be dark. */
function lie(plane: Plane, place: Homography, { x, y, weight }: Samples): number {
  let score = 0;
  for (let i = 0; i < x.length; i++) score += weight[i]! * sampleAt(plane, place, x[i]!, y[i]!);
  return score;
}

/** Moves one coordinate of one corner at a time, in steps from most of a module down to a sixteenth. */
function climb(plane: Plane, start: Grid, samples: Samples): Grid & { score: number } {
  const square = squareOf(17 + 4 * start.version);
  let best = { ...start, score: lie(plane, start.place, samples) };
  const module = distance(start.corners[0], start.corners[1]) / square[1].x;
  for (let step = 0.8 * module; step > 0.06 * module; step /= 2) {
    for (let round = 0, moved = true; moved && round < 6; round++) {
      moved = false;
      for (let move = 0; move < 16; move++) {
        const corners = shift(best.corners, move >> 2, move & 1 ? "y" : "x", move & 2 ? step : -step);
        const place = homographyBetween(square, corners);
        const score = place ? lie(plane, place, samples) : -Infinity;
        if (!place || score <= best.score) continue;
        best = { version: start.version, corners, place, score };
        moved = true;
      }
    }
  }
  return best;
}

function shift(corners: Quad, index: number, axis: "x" | "y", by: number): Quad {
  const moved = { ...corners[index]!, [axis]: corners[index]![axis] + by };
  return corners.map((corner, i) => (i === index ? moved : corner)) as unknown as Quad;
}

function clockwise(quad: Quad): Quad {
  const area = quad.reduce((sum, p, i) => sum + p.x * quad[(i + 1) % 4]!.y - quad[(i + 1) % 4]!.x * p.y, 0);
  return area > 0 ? quad : [quad[0], quad[3], quad[2], quad[1]];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
