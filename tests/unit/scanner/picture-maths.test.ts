import { describe, expect, it } from "vitest";
import { boxBlur, gaussianBlur } from "@/lib/phone/scanner/blur";
import { crop, type Plane, toGray, toPixels, transpose } from "@/lib/phone/scanner/gray";
import { homographyBetween, project, type Quad, squareOf } from "@/lib/phone/scanner/homography";
import { resize } from "@/lib/phone/scanner/resize";
import { normalise, sharpen, stretch } from "@/lib/phone/scanner/sharpen";

const plane = (width: number, height: number, at: (x: number, y: number) => number): Plane => ({
  data: Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
  width,
  height,
});
const sum = ({ data }: Plane) => data.reduce((a, b) => a + b, 0);
const value = (picture: Plane, x: number, y: number) => picture.data[y * picture.width + x]!;

describe("grey pictures", () => {
  it("weighs colours as the eye does", () => {
    const data = new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
    expect([...toGray({ data, width: 2, height: 2 }).data]).toEqual([77, 149, 29, 255]);
  });

  it("cuts crops at the borders and never hands out an empty one", () => {
    const gray = { data: Uint8Array.from([1, 2, 3, 4, 5, 6]), width: 3, height: 2 };
    expect(crop(gray, { x: 1, y: -5, width: 10, height: 6 })).toEqual({ data: Float32Array.from([2, 3]), width: 2, height: 1 });
    expect(crop(gray, { x: 50, y: 50, width: 4, height: 4 })).toEqual({ data: Float32Array.from([6]), width: 1, height: 1 });
  });

  it("cuts overshoot off when it becomes pixels again", () => {
    expect([...toPixels(plane(2, 1, (x) => (x ? 300 : -20))).data]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
  });

  it("transposes back to itself", () => {
    const picture = plane(5, 3, (x, y) => x + 10 * y);
    expect(transpose(transpose(picture))).toEqual(picture);
    expect(value(transpose(picture), 2, 4)).toBe(value(picture, 4, 2));
  });
});

describe("blur", () => {
  it("spreads a dot without changing the light there is", () => {
    const dot = plane(21, 21, (x, y) => (x === 10 && y === 10 ? 100 : 0));
    const blurred = gaussianBlur(dot, 1.5);
    expect(sum(blurred)).toBeCloseTo(100, 3);
    expect(value(blurred, 10, 10)).toBeCloseTo(100 / (2 * Math.PI * 1.5 ** 2), 0);
    expect(value(blurred, 8, 10)).toBeCloseTo(value(blurred, 10, 12), 5);
  });

  it("leaves an even picture alone, up to its rim", () => {
    const even = plane(9, 7, () => 42);
    for (const blurred of [gaussianBlur(even, 2), boxBlur(even, 3)]) {
      blurred.data.forEach((level) => expect(level).toBeCloseTo(42, 3));
    }
  });

  it("takes the mean of a square", () => {
    const picture = plane(5, 5, (x, y) => x + 5 * y);
    expect(value(boxBlur(picture, 1), 2, 2)).toBeCloseTo(12);
    expect(value(boxBlur(picture, 1), 0, 0)).toBeCloseTo((0 + 0 + 1 + 0 + 0 + 1 + 5 + 5 + 6) / 9);
  });
});

describe("sharpen", () => {
  it("steepens an edge on both sides and leaves flat parts alone", () => {
    const edge = sharpen(plane(40, 3, (x) => (x < 20 ? 50 : 150)), 1.5, 2);
    expect(value(edge, 2, 1)).toBeCloseTo(50);
    expect(value(edge, 19, 1)).toBeLessThan(20);
    expect(value(edge, 20, 1)).toBeGreaterThan(180);
  });

  it("stretches a dim picture, and an even one not to madness", () => {
    const dim = stretch(plane(10, 10, (x) => 60 + 2 * x));
    expect(value(dim, 0, 0)).toBeCloseTo(10);
    expect(value(dim, 9, 0)).toBeCloseTo(245);
    expect(Number.isFinite(sum(stretch(plane(4, 4, () => 128))))).toBe(true);
  });

  it("evens out a shadow", () => {
    const stripes = (x: number) => (x % 4 < 2 ? 1 : 0.4);
    const shaded = normalise(plane(120, 20, (x) => stripes(x) * (40 + 1.5 * x)), 6);
    const contrast = (at: number) => value(shaded, at, 10) - value(shaded, at + 2, 10);
    expect(contrast(20)).toBeCloseTo(contrast(96), 0);
    expect(contrast(20)).toBeGreaterThan(1.5);
  });
});

describe("resize", () => {
  it("keeps an even picture even and a slope a slope", () => {
    resize(plane(10, 6, () => 7), 2.5).data.forEach((level) => expect(level).toBeCloseTo(7, 4));
    const slope = resize(plane(10, 4, (x) => 10 * x), 3);
    expect([slope.width, slope.height]).toEqual([30, 12]);
    expect(value(slope, 15, 5) - value(slope, 12, 5)).toBeCloseTo(10, 3);
  });

  it("averages when it shrinks, so that stripes turn grey instead of vanishing", () => {
    const stripes = resize(plane(240, 8, (x) => (x % 2 ? 200 : 100)), 0.25);
    for (let x = 4; x < 56; x++) expect(Math.abs(value(stripes, x, 1) - 150)).toBeLessThan(3);
  });
});

describe("homography", () => {
  it("takes four corners where they belong and back", () => {
    const quad: Quad = [{ x: 12, y: 5 }, { x: 90, y: 11 }, { x: 80, y: 95 }, { x: 5, y: 70 }];
    const there = homographyBetween(squareOf(41), quad)!;
    const back = homographyBetween(quad, squareOf(41))!;
    squareOf(41).forEach(({ x, y }, i) => {
      expect(project(there, x, y).x).toBeCloseTo(quad[i]!.x, 6);
      expect(project(there, x, y).y).toBeCloseTo(quad[i]!.y, 6);
    });
    const { x, y } = project(there, 13.5, 27);
    expect(project(back, x, y).x).toBeCloseTo(13.5, 6);
  });

  it("says so when corners lie in line", () => {
    const line: Quad = [{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3, y: 3 }];
    expect(homographyBetween(line, squareOf(10))).toBeUndefined();
  });
});
