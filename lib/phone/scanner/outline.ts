import { boxBlur } from "./blur";
import { edgeField, weakerEdges } from "./edges";
import type { Plane } from "./gray";
import type { Point, Quad } from "./homography";


/**
 * How strong the texture must be to belong to the patch, as a part of that in its middle. A weak rim counts
 * at the second look only: it may be the part of a code under a reflection, or noise.
 */
const rims = [0.25, 0.06];

/**
 * The four-sided outline of the dense patch in the middle of a crop, within about two modules: one guess or
 * two, none when the patch has no such shape. Works on texture, not on modules: blur moves it little.
 */
export function* findOutlines(plane: Plane): Generator<Quad> {
  // about 128 cells across: finer than a module is never needed
  const cell = Math.max(1, Math.round(Math.min(plane.width, plane.height) / 128));
  const energy = patchEnergy(plane, cell);
  const floor = quietLevel(energy);
  for (const rim of rims) {
    const threshold = floor + rim * (centreMean(energy) - floor);
    const rough = largestQuad(convexHull(patchBorder(energy, threshold)));
    const outline = rough && straighten(energy, threshold, rough);
    if (outline) yield outline.map(({ x, y }) => ({ x: (x + 0.5) * cell, y: (y + 0.5) * cell })) as unknown as Quad;
  }
}

/** Edges both ways, averaged over about three modules of a code that fills half of the crop. */
function patchEnergy(plane: Plane, cell: number): Plane {
  const { xx, yy, xy } = edgeField(plane, cell);
  const radius = Math.max(2, Math.round(Math.min(xx.width, xx.height) / 64));
  const blur = (part: Plane) => boxBlur(boxBlur(part, radius), radius);
  return weakerEdges({ xx: blur(xx), yy: blur(yy), xy: blur(xy) });
}

function centreMean({ data, width, height }: Plane): number {
  let sum = 0, count = 0;
  for (let y = Math.floor(height * 0.38); y < height * 0.62; y++) {
    for (let x = Math.floor(width * 0.38); x < width * 0.62; x++, count++) sum += data[y * width + x]!;
  }
  return sum / Math.max(1, count);
}

/** Energy of the flat parts: what noise alone makes. */
function quietLevel({ data }: Plane): number {
  const sample = data.filter((_, i) => i % 7 === 0).sort();
  return sample[Math.floor(sample.length * 0.1)] ?? 0;
}

/** Outermost pixels, row by row, of the connected patch around the centre. */
function patchBorder({ data, width, height }: Plane, threshold: number): Point[] {
  const seen = new Uint8Array(data.length);
  const stack = [Math.floor(height / 2) * width + Math.floor(width / 2)];
  const left = new Int32Array(height).fill(width);
  const right = new Int32Array(height).fill(-1);
  while (stack.length > 0) {
    const p = stack.pop()!;
    if (seen[p] || data[p]! < threshold) continue;
    seen[p] = 1;
    const x = p % width, y = (p - x) / width;
    if (x < left[y]!) left[y] = x;
    if (x > right[y]!) right[y] = x;
    if (x > 0) stack.push(p - 1);
    if (x < width - 1) stack.push(p + 1);
    if (y > 0) stack.push(p - width);
    if (y < height - 1) stack.push(p + width);
  }
  const border: Point[] = [];
  for (let y = 0; y < height; y++) if (right[y]! >= 0) border.push({ x: left[y]!, y }, { x: right[y]!, y });
  return border;
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && cross(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The quadrilateral of largest area among the corners of a hull. */
function largestQuad(hull: readonly Point[]): Quad | undefined {
  const n = hull.length;
  let best: Quad | undefined;
  let bestArea = 0;
  for (let i = 0; i < n; i++) {
    for (let k = i + 2; k < n; k++) {
      const a = hull[i]!, c = hull[k]!;
      const b = farthest(hull, i + 1, k, a, c);
      const d = farthest(hull, k + 1, n + i, a, c);
      if (!b || !d) continue;
      const area = Math.abs(cross(a, c, b)) + Math.abs(cross(a, c, d));
      if (area > bestArea) {
        bestArea = area;
        best = [a, b, c, d];
      }
    }
  }
  return best;
}

function farthest(hull: readonly Point[], from: number, to: number, a: Point, c: Point): Point | undefined {
  let best: Point | undefined;
  let bestArea = 0;
  for (let i = from; i < to; i++) {
    const point = hull[i % hull.length]!;
    const area = Math.abs(cross(a, c, point));
    if (area > bestArea) {
      bestArea = area;
      best = point;
    }
  }
  return best;
}

/** Replaces the corners, which blur rounds off, by the crossings of lines fitted to the sides. */
function straighten(energy: Plane, threshold: number, quad: Quad): Quad | undefined {
  const middle = { x: mean(quad.map((p) => p.x)), y: mean(quad.map((p) => p.y)) };
  const lines = quad.map((corner, i) => fitSide(energy, threshold, corner, quad[(i + 1) % 4]!, middle));
  const corners = quad.map((_, i) => intersection(lines[(i + 3) % 4], lines[i]));
  return corners.every((corner) => corner !== undefined) ? (corners as unknown as Quad) : undefined;
}

type Line = { readonly point: Point; readonly direction: Point };

/** Looks along normals of the side for the place where the texture ends, and fits a line through most of them. */
function fitSide(energy: Plane, threshold: number, a: Point, b: Point, middle: Point): Line | undefined {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 8) return undefined;
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const inwards = (middle.x - a.x) * -along.y + (middle.y - a.y) * along.x > 0 ? 1 : -1;
  const normal = { x: -along.y * inwards, y: along.x * inwards };
  const reach = length * 0.15;
  const samples: { t: number; d: number }[] = [];
  for (let t = 0.15 * length; t <= 0.85 * length; t += Math.max(1, length / 40)) {
    for (let d = -reach; d < reach; d += 0.5) {
      const x = Math.round(a.x + along.x * t + normal.x * d);
      const y = Math.round(a.y + along.y * t + normal.y * d);
      if (x < 0 || y < 0 || x >= energy.width || y >= energy.height) continue;
      if (energy.data[y * energy.width + x]! >= threshold) {
        samples.push({ t, d });
        break;
      }
    }
  }
  if (samples.length < 8) return undefined;
  let fit = regression(samples);
  const errors = samples.map(({ t, d }) => Math.abs(d - fit.offset - fit.slope * t));
  const limit = [...errors].sort((x, y) => x - y)[Math.floor(samples.length * 0.7)]!;
  fit = regression(samples.filter((_, i) => errors[i]! <= limit));
  const direction = { x: along.x + normal.x * fit.slope, y: along.y + normal.y * fit.slope };
  return { point: { x: a.x + normal.x * fit.offset, y: a.y + normal.y * fit.offset }, direction };
}

function regression(samples: readonly { t: number; d: number }[]): { offset: number; slope: number } {
  const t = mean(samples.map((s) => s.t)), d = mean(samples.map((s) => s.d));
  let tt = 0, td = 0;
  for (const s of samples) {
    tt += (s.t - t) ** 2;
    td += (s.t - t) * (s.d - d);
  }
  const slope = tt > 0 ? td / tt : 0;
  return { offset: d - slope * t, slope };
}

function intersection(a: Line | undefined, b: Line | undefined): Point | undefined {
  if (!a || !b) return undefined;
  const denominator = a.direction.x * b.direction.y - a.direction.y * b.direction.x;
  if (Math.abs(denominator) < 0.2) return undefined;
  const t = ((b.point.x - a.point.x) * b.direction.y - (b.point.y - a.point.y) * b.direction.x) / denominator;
  return { x: a.point.x + a.direction.x * t, y: a.point.y + a.direction.y * t };
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
