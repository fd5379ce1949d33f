import type { Plane } from "./gray";
import { type Homography, homographyBetween, type Point, project, type Quad, squareOf } from "./homography";
import { sampleAt } from "./sample";

/** A finder pattern: its centre and the side of one of its modules in pixels, and how clearly it stands out. */
export type Finder = { readonly centre: Point; readonly module: number; readonly score: number };

/** Modules per side that the outline is taken for; the scales tried around it cover the other sizes. */
const assumedSize = 50;
const scales = [0.85, 1, 1.18, 1.38];

/**
 * Looks for a finder pattern inside one corner of a code's rough outline, however blurred: the place and
 * scale at which its rings lie best. `plane` is normalised: dark below 0.
 */
export function findFinder(plane: Plane, outline: Quad, corner: number): Finder | undefined {
  const turned = [0, 1, 2, 3].map((i) => outline[(corner + i) % 4]!) as unknown as Quad;
  const place = homographyBetween(squareOf(assumedSize), turned);
  if (!place) return undefined;
  let best = { x: 0, y: 0, scale: 1, score: -Infinity };
  const consider = (x: number, y: number, scale: number) => {
    const score = ringScore(plane, place, x, y, scale);
    if (score > best.score) best = { x, y, scale, score };
  };
  for (const scale of scales) {
    for (let y = -3.75; y <= 3.75; y += 0.75) for (let x = -3.75; x <= 3.75; x += 0.75) consider(3.5 * scale + x, 3.5 * scale + y, scale);
  }
  for (let step = 0.5; step > 0.1; step /= 2) {
    const { x, y, scale } = best;
    for (const dy of [-step, 0, step]) for (const dx of [-step, 0, step]) consider(x + dx, y + dy, scale);
  }
  const centre = project(place, best.x, best.y);
  const beside = project(place, best.x + best.scale, best.y);
  return { centre, module: Math.hypot(beside.x - centre.x, beside.y - centre.y), score: best.score };
}

/** Rings around the middle module: 0 and 1 dark, 2 light, 3 dark, 4 light (the surround). */
const template = Array.from({ length: 81 }, (_, i) => {
  const x = (i % 9) - 4, y = Math.floor(i / 9) - 4;
  const ring = Math.max(Math.abs(x), Math.abs(y));
  return { x, y, weight: ring === 2 || ring === 4 ? 1 / 48 : -1 / 33 };
});

/** Mean of what should be light minus mean of what should be dark. */
function ringScore(plane: Plane, place: Homography, x: number, y: number, scale: number): number {
  let score = 0;
  for (const module of template) score += module.weight * sampleAt(plane, place, x + module.x * scale, y + module.y * scale);
  return score;
}
