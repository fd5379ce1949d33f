import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { decodeFrame } from "@/lib/phone/scanner/decode";
import { type Pixels, toPixels } from "@/lib/phone/scanner/gray";
import { prepareReader } from "@/lib/phone/scanner/zxing";
import { cardText, drawCodePicture, seededNoise } from "./code-picture";

type Row = { readonly file: string; readonly band: number; readonly payload: string };

const folder = path.join(import.meta.dirname, "../../fixtures/cards");
const rows = JSON.parse(await readFile(path.join(folder, "truth.json"), "utf8")) as Row[];

const inModules = (file: string) => path.join(import.meta.dirname, "../../../node_modules", file);

// a busy machine takes its time over pictures: what is tested is what is read
vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  const wasm = await readFile(inModules("zxing-wasm/dist/reader/zxing_reader.wasm"));
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

describe("a receipt", () => {
  const dossierCode = "H57.132-260804-0583";

  it("reads a bar code, which is nothing to look for on a card", async () => {
    const picture = await drawBarcode(dossierCode);
    expect(await decodeFrame(picture, { formats: "receipt" })).toEqual({ text: dossierCode });
    expect(await decodeFrame(picture)).toBeUndefined();
  });

  it("reads a QR code too, and no bar code out of a card's print", async () => {
    for (const { file, payload, band } of rows) {
      const found = await decodeFrame(await openPicture(file), { formats: "receipt" });
      if (found || band < 3) expect(found).toEqual({ text: payload });
    }
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

async function drawBarcode(text: string): Promise<Pixels> {
  const writer = await readFile(inModules("zxing-wasm/dist/writer/zxing_writer.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(writer).buffer } });
  const { image } = await writeBarcode(text, { format: "Code128", scale: 3 });
  const bars = sharp(Buffer.from(await image!.arrayBuffer())).rotate(3, { background: "#fff" }).extend({ top: 60, bottom: 200, left: 90, right: 70, background: "#ddd" });
  return pixelsOf(bars.blur(1.1));
}

async function openPicture(file: string): Promise<Pixels> {
  return pixelsOf(sharp(path.join(folder, file)));
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}
