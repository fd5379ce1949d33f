import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import { readModules } from "@/lib/phone/scanner/equalise";
import { fitGrid } from "@/lib/phone/scanner/fit-grid";
import { functionPattern } from "@/lib/phone/scanner/function-pattern";
import { crop, type Plane, toGray, toPixels } from "@/lib/phone/scanner/gray";
import type { Point, Quad } from "@/lib/phone/scanner/homography";
import { locate } from "@/lib/phone/scanner/locate";
import { findOutlines } from "@/lib/phone/scanner/outline";
import { normalise } from "@/lib/phone/scanner/sharpen";
import { drawCodePicture, seededNoise } from "./code-picture";

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const around = { x: 190, y: 80, width: 260, height: 260 };
const cropped = (plane: Plane) => crop(toGray(toPixels(plane)), around);
const inCrop = (quad: Quad) => quad.map(({ x, y }) => ({ x: x - around.x, y: y - around.y }));

describe("functionPattern", () => {
  it.each([1, 2, 6, 7, 8, 9, 10, 11, 14, 21])("draws what every code of version %s shows", (version) => {
    const { size, modules } = functionPattern(version);
    const codes = ["một", "hai ba bốn"].map((text) => QRCode.create(text, { version, errorCorrectionLevel: "L" }).modules);
    codes.forEach((code) => {
      expect(code.size).toBe(size);
      modules.forEach((module, i) => module !== 0 && expect([i, module]).toEqual([i, code.data[i] ? 1 : -1]));
    });
  });
});

describe("locate", () => {
  it.each([0, 1.5, 3])("finds a code blurred by %s pixels", (blur) => {
    const { plane, corners } = drawCodePicture({ blur });
    const [place] = locate(toGray(toPixels(plane)), 1);
    const middle = { x: (corners[0].x + corners[2].x) / 2, y: (corners[0].y + corners[2].y) / 2 };
    expect(distance({ x: place!.x + place!.width / 2, y: place!.y + place!.height / 2 }, middle)).toBeLessThan(25);
    expect(place!.width).toBeGreaterThan(90);
    expect(place!.width).toBeLessThan(230);
  });

  it("prefers a code to plain lines, print and noise", () => {
    const { plane, corners } = drawCodePicture({ blur: 1 });
    const random = seededNoise(7);
    plane.data.forEach((level, i) => {
      const x = i % plane.width, y = Math.floor(i / plane.width);
      const lines = x < 180 && y % 6 < 2 ? -100 : 0;
      plane.data[i] = Math.max(0, level + lines + 12 * (random() - 0.5));
    });
    const [place] = locate(toGray(toPixels(plane)), 1);
    expect(Math.abs(place!.x + place!.width / 2 - (corners[0].x + corners[2].x) / 2)).toBeLessThan(25);
  });

  it("hands out no more places than asked, none from a picture too small", () => {
    const { plane } = drawCodePicture();
    expect(locate(toGray(toPixels(plane)), 3).length).toBeLessThanOrEqual(3);
    expect(locate({ data: new Uint8Array(100), width: 10, height: 10 }, 3)).toEqual([]);
  });
});

describe("outline and grid", () => {
  it.each([0, 1, 2])("lays the grid within a third of a module at a blur of %s pixels", (blur) => {
    const { plane, corners, version } = drawCodePicture({ blur });
    const part = cropped(plane);
    const [outline] = findOutlines(part);
    const grid = fitGrid(normalise(part, 8), outline!)!;
    expect(grid.version).toBe(version);
    const module = distance(corners[0], corners[1]) / (17 + 4 * version);
    inCrop(corners).forEach((corner, i) => expect(distance(grid.corners[i]!, corner)).toBeLessThan(module / 3));
  });

  it.each([0, 1, 2, 3])("knows which corner has no finder, turned %s times", (turns) => {
    const base = drawCodePicture().corners;
    const corners = [0, 1, 2, 3].map((i) => base[(i + turns) % 4]!) as unknown as Quad;
    const { plane } = drawCodePicture({ corners, blur: 0.8 });
    const part = cropped(plane);
    const grid = fitGrid(normalise(part, 8), [...findOutlines(part)][0]!)!;
    inCrop(corners).forEach((corner, i) => expect(distance(grid.corners[i]!, corner)).toBeLessThan(1.5));
  });

  it("lays no grid over noise", () => {
    const random = seededNoise(3);
    const noise = { data: Float32Array.from({ length: 200 * 200 }, () => random() * 255), width: 200, height: 200 };
    const square: Quad = [{ x: 30, y: 30 }, { x: 170, y: 30 }, { x: 170, y: 170 }, { x: 30, y: 170 }];
    expect(fitGrid(normalise(noise, 8), square)).toBeUndefined();
  });
});

describe("readModules", () => {
  it("undoes a blur as wide as half a module", () => {
    const { plane, modules } = drawCodePicture({ blur: 1.5 });
    const part = cropped(plane);
    const normalised = normalise(part, 8);
    const grid = fitGrid(normalised, [...findOutlines(part)][0]!)!;
    const readings = [...readModules(part, normalised, grid)];
    const wrong = readings.map((reading) => reading.filter((module, i) => module !== modules[i]).length);
    expect(Math.min(...wrong)).toBeLessThan(modules.length * 0.02);
  });
});
