import { solve } from "./linear-system";

export type Point = { readonly x: number; readonly y: number };

/** Four corners, clockwise on screen. */
export type Quad = readonly [Point, Point, Point, Point];

/** Eight numbers h0…h7: x' = (h0·x + h1·y + h2) / (h6·x + h7·y + 1), y' with h3…h5 likewise. */
export type Homography = Float64Array;

/** The perspective that takes four points to four others; `undefined` when three of them are in line. */
export function homographyBetween(from: Quad, to: Quad): Homography | undefined {
  const rows = new Float64Array(64);
  const right = new Float64Array(8);
  for (let i = 0; i < 4; i++) {
    const { x, y } = from[i]!;
    const target = to[i]!;
    rows.set([x, y, 1, 0, 0, 0, -target.x * x, -target.x * y], 16 * i);
    rows.set([0, 0, 0, x, y, 1, -target.y * x, -target.y * y], 16 * i + 8);
    right[2 * i] = target.x;
    right[2 * i + 1] = target.y;
  }
  return solve(rows, right);
}

export function project(h: Homography, x: number, y: number): Point {
  const w = h[6]! * x + h[7]! * y + 1;
  return { x: (h[0]! * x + h[1]! * y + h[2]!) / w, y: (h[3]! * x + h[4]! * y + h[5]!) / w };
}

/** The corners of a square with one corner at the origin. */
export function squareOf(side: number): Quad {
  return [{ x: 0, y: 0 }, { x: side, y: 0 }, { x: side, y: side }, { x: 0, y: side }];
}
