import { functionPattern } from "./function-pattern";
import type { Plane } from "./gray";
import { type Homography, homographyBetween, type Point, project, type Quad } from "./homography";

/** Where each module of a code lies in a picture: `place` takes module coordinates (0…size) to pixels. */
export type Grid = { readonly version: number; readonly place: Homography; readonly corners: Quad };

/** Versions that a card can need (about 60 to 330 bytes). */
const versions = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/**
 * Finds version, direction and exact place of a code from its rough outline (see `findOutline`) by
 * laying the patterns that every code shares over the picture. `plane` is normalised: dark below 0.
 */
export function fitGrid(plane: Plane, outline: Quad): Grid | undefined {
  const clockwise = turnClockwise(outline);
  const finders = clockwise.map((_, corner) => findFinder(plane, clockwise, corner));
  if (finders.some((finder) => finder === undefined)) return undefined;
  // three corners hold a finder: the weakest of the four is the bottom right one
  const scores = finders.map((finder) => finder!.score);
  const last = scores.indexOf(Math.min(...scores));
  const [topLeft, topRight, , bottomLeft] = [2, 3, 0, 1].map((turn) => finders[(last + turn) % 4]!.centre);
  return bestVersion(plane, topLeft!, topRight!, clockwise[last]!, bottomLeft!);
}

/** Moves the corners of a grid until the given modules (1 dark, -1 light, 0 ignored) lie darkest on dark. */
export function refineGrid(plane: Plane, version: number, corners: Quad, modules: Int8Array): Grid | undefined {
  const fit = new Fit(plane, 17 + 4 * version, modules);
  const refined = climb(fit, corners);
  const place = fit.homography(refined);
  return place && { version, place, corners: refined };
}

type Finder = { readonly centre: Point; readonly score: number };

/** The finder's rings are 33 dark and 48 light modules with its light surround: weights that sum to nothing. */
const finderTemplate = Array.from({ length: 81 }, (_, i) => {
  const ring = Math.max(Math.abs((i % 9) - 4), Math.abs(Math.floor(i / 9) - 4));
  return ring === 2 || ring === 4 ? 1 / 48 : -1 / 33;
});

/** Size, in modules, that the first search assumes; the scales around it cover all versions. */
const assumedSize = 50;

function findFinder(plane: Plane, outline: Quad, corner: number): Finder | undefined {
  const rotated = [0, 1, 2, 3].map((i) => outline[(corner + i) % 4]!) as unknown as Quad;
  const place = homographyBetween(square(assumedSize), rotated);
  if (!place) return undefined;
  let best = { x: 0, y: 0, module: 1, score: -Infinity };
  const consider = (x: number, y: number, module: number) => {
    const score = finderScore(plane, place, x, y, module);
    if (score > best.score) best = { x, y, module, score };
  };
  for (const module of [0.85, 1, 1.18, 1.38]) {
    const expected = 3.5 * module;
    for (let y = -3; y <= 3; y += 0.75) for (let x = -3; x <= 3; x += 0.75) consider(expected + x, expected + y, module);
  }
  for (let step = 0.4; step > 0.1; step /= 2) {
    const { x, y, module } = best;
    for (const dy of [-step, 0, step]) for (const dx of [-step, 0, step]) consider(x + dx, y + dy, module);
  }
  return { centre: project(place, best.x, best.y), score: best.score };
}

function finderScore(plane: Plane, place: Homography, x: number, y: number, module: number): number {
  let score = 0;
  for (let i = 0; i < 81; i++) {
    score += finderTemplate[i]! * sampleAt(plane, place, x + ((i % 9) - 4) * module, y + (Math.floor(i / 9) - 4) * module);
  }
  return score;
}

function bestVersion(plane: Plane, topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point): Grid | undefined {
  const starts = versions.flatMap((version) => {
    const { size, modules } = functionPattern(version);
    const fit = new Fit(plane, size, modules);
    const inner = [{ x: 3.5, y: 3.5 }, { x: size - 3.5, y: 3.5 }, { x: size, y: size }, { x: 3.5, y: size - 3.5 }] as const;
    const start = bestLastCorner(fit, inner, [topLeft, topRight, bottomRight, bottomLeft]);
    return start ? [{ version, fit, ...start }] : [];
  });
  starts.sort((a, b) => b.score - a.score);
  const fitted = starts.slice(0, 3).map(({ version, fit, corners }) => {
    const refined = climb(fit, corners);
    return { version, corners: refined, score: fit.score(refined), place: fit.homography(refined) };
  });
  fitted.sort((a, b) => b.score - a.score);
  const best = fitted[0];
  return best?.place && { version: best.version, place: best.place, corners: best.corners };
}

/** The outline's last corner is only good to two modules: tries the places around it. */
function bestLastCorner(fit: Fit, inner: Quad, image: Quad): { corners: Quad; score: number } | undefined {
  let best: { corners: Quad; score: number } | undefined;
  const module = Math.hypot(image[1].x - image[0].x, image[1].y - image[0].y) / (fit.size - 7);
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -3; dx <= 3; dx++) {
      const last = { x: image[2].x + dx * module, y: image[2].y + dy * module };
      const place = homographyBetween(inner, [image[0], image[1], last, image[3]]);
      if (!place) continue;
      const corners = square(fit.size).map(({ x, y }) => project(place, x, y)) as unknown as Quad;
      const score = fit.score(corners);
      if (!best || score > best.score) best = { corners, score };
    }
  }
  return best;
}

/** How well known modules lie over a picture, for a given place of the code's corners. */
class Fit {
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly weights: number[] = [];

  constructor(private readonly plane: Plane, readonly size: number, modules: Int8Array) {
    const dark = modules.filter((m) => m === 1).length;
    const light = modules.filter((m) => m === -1).length;
    modules.forEach((module, i) => {
      if (module === 0) return;
      this.xs.push((i % size) + 0.5);
      this.ys.push(Math.floor(i / size) + 0.5);
      this.weights.push(module === 1 ? -1 / dark : 1 / light);
    });
  }

  homography(corners: Quad): Homography | undefined {
    return homographyBetween(square(this.size), corners);
  }

  /** Mean of what should be light minus mean of what should be dark. */
  score(corners: Quad): number {
    const place = this.homography(corners);
    if (!place) return -Infinity;
    let score = 0;
    for (let i = 0; i < this.xs.length; i++) score += this.weights[i]! * sampleAt(this.plane, place, this.xs[i]!, this.ys[i]!);
    return score;
  }
}

/** Moves one coordinate of one corner at a time, in steps from most of a module down to a sixteenth. */
function climb(fit: Fit, start: Quad): Quad {
  let corners = start;
  let best = fit.score(start);
  const module = Math.hypot(start[1].x - start[0].x, start[1].y - start[0].y) / fit.size;
  for (let step = 0.8 * module; step > 0.06 * module; step /= 2) {
    for (let round = 0, moved = true; moved && round < 6; round++) {
      moved = false;
      for (let move = 0; move < 16; move++) {
        const next = shift(corners, move >> 2, move & 2 ? step : -step, move & 1);
        const score = fit.score(next);
        if (score <= best) continue;
        [corners, best, moved] = [next, score, true];
      }
    }
  }
  return corners;
}

function shift(corners: Quad, index: number, by: number, axis: number): Quad {
  return corners.map((point, i) => (i !== index ? point : axis ? { ...point, y: point.y + by } : { ...point, x: point.x + by })) as unknown as Quad;
}

function square(size: number): Quad {
  return [{ x: 0, y: 0 }, { x: size, y: 0 }, { x: size, y: size }, { x: 0, y: size }];
}

function turnClockwise(quad: Quad): Quad {
  const area = quad.reduce((sum, p, i) => sum + p.x * quad[(i + 1) % 4]!.y - quad[(i + 1) % 4]!.x * p.y, 0);
  return area > 0 ? quad : [quad[0], quad[3], quad[2], quad[1]];
}

/** The picture at a module coordinate, between pixels by weight; the border repeats outwards. */
export function sampleAt({ data, width, height }: Plane, h: Homography, u: number, v: number): number {
  const w = h[6]! * u + h[7]! * v + 1;
  const x = Math.max(0, Math.min(width - 1.001, (h[0]! * u + h[1]! * v + h[2]!) / w - 0.5));
  const y = Math.max(0, Math.min(height - 1.001, (h[3]! * u + h[4]! * v + h[5]!) / w - 0.5));
  const i = x | 0, j = y | 0;
  const a = x - i, b = y - j, p = j * width + i;
  return (data[p]! * (1 - a) + data[p + 1]! * a) * (1 - b) + (data[p + width]! * (1 - a) + data[p + width + 1]! * a) * b;
}
