import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeFrame } from "@/lib/phone/scanner/decode";
import { type Pixels, toPixels } from "@/lib/phone/scanner/gray";
import { prepareReader } from "@/lib/phone/scanner/zxing";
import { cardText, drawCodePicture, seededNoise } from "./code-picture";

type Row = { readonly file: string; readonly band: number; readonly payload: string };

const folder = path.join(import.meta.dirname, "../../fixtures/cards");
const rows = JSON.parse(await readFile(path.join(folder, "truth.json"), "utf8")) as Row[];

beforeAll(async () => {
  const wasm = await readFile(path.join(import.meta.dirname, "../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"));
  await prepareReader(Uint8Array.from(wasm).buffer);
});

describe("photographs of cards", () => {
  it.each(rows.filter(({ band, file }) => band < 5 || file.includes("0004")))("reads $file to the letter", async ({ file, payload }) => {
    expect(await decodeFrame(await openPicture(file))).toEqual({ text: payload });
  });

  it("gives nothing rather than a guess when no way reads it", async () => {
    expect(await decodeFrame(await openPicture("synthetic_b5_0059.jpg"))).toBeUndefined();
  });

  it("reads the same with the effort of a photo", async () => {
    const { file, payload } = rows.find(({ band }) => band === 4)!;
    expect(await decodeFrame(await openPicture(file), { effort: "photo" })).toEqual({ text: payload });
  });
});

describe("drawn codes", () => {
  it.each([0, 0.8, 1.2, 1.5])("reads a code of 3 pixels a module, blurred by %s pixels", async (blur) => {
    expect(await decodeFrame(toPixels(drawCodePicture({ blur }).plane))).toEqual({ text: cardText });
  });

  it("hands over any QR code as it is: what it means is not decided here", async () => {
    const text = "https://example.org/một-mã-khác";
    expect(await decodeFrame(toPixels(drawCodePicture({ text }).plane))).toEqual({ text });
  });

  it("reads a code with a little damage, and nothing from one with too much", async () => {
    expect(await decodeFrame(toPixels(drawCodePicture({ damage: 0.03 }).plane))).toEqual({ text: cardText });
    for (const damage of [0.25, 0.4, 0.6]) {
      expect(await decodeFrame(toPixels(drawCodePicture({ damage }).plane))).toBeUndefined();
    }
  });

  it("reads nothing from half a code", async () => {
    const { plane } = drawCodePicture();
    const half = { data: plane.data.slice(0, plane.width * 210), width: plane.width, height: 210 };
    expect(await decodeFrame(toPixels(half))).toBeUndefined();
  });

  it("begins no further attempt when its time is over", async () => {
    expect(await decodeFrame(toPixels(drawCodePicture({ blur: 1.5 }).plane), { budgetMs: -1 })).toBeUndefined();
  });
});

describe("pictures without a code", () => {
  it.each([1, 2, 3, 4, 5, 6])("reads nothing from noise (%s)", async (seed) => {
    const random = seededNoise(seed);
    const block = seed % 3 === 0 ? 1 : seed;
    const [width, height] = [480, 360];
    const cells = Array.from({ length: Math.ceil(width / block) * Math.ceil(height / block) }, () => random() * 255);
    const data = Float32Array.from({ length: width * height }, (_, i) => {
      const x = Math.floor((i % width) / block), y = Math.floor(Math.floor(i / width) / block);
      return cells[y * Math.ceil(width / block) + x]!;
    });
    expect(await decodeFrame(toPixels({ data, width, height }))).toBeUndefined();
  });

  it.each([[1, 1], [3, 200], [16, 16], [640, 2]])("copes with a picture of %s × %s", async (width, height) => {
    const data = new Float32Array(width * height).fill(128);
    expect(await decodeFrame(toPixels({ data, width, height }))).toBeUndefined();
    expect(await decodeFrame(toPixels({ data, width, height }), { effort: "photo" })).toBeUndefined();
  });
});

async function openPicture(file: string): Promise<Pixels> {
  const { data, info } = await sharp(path.join(folder, file)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}
