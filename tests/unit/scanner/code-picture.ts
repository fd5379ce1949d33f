import QRCode from "qrcode";
import { gaussianBlur } from "@/lib/phone/scanner/blur";
import type { Plane } from "@/lib/phone/scanner/gray";
import { homographyBetween, project, type Quad, squareOf } from "@/lib/phone/scanner/homography";

export const cardText = "052301004321||Trần Thị Bình|02112001|Nữ|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";

export type CodePicture = { readonly plane: Plane; readonly corners: Quad; readonly version: number; readonly modules: Int8Array };

type Conditions = {
  readonly text?: string;
  /** Width and height of the picture. */
  readonly size?: readonly [number, number];
  /** Where the code's corners lie, clockwise from its own top left. */
  readonly corners?: Quad;
  readonly blur?: number;
  /** Share of the code's modules that are turned over, from the end of its data on. */
  readonly damage?: number;
};

const spread: Quad = [{ x: 250, y: 130 }, { x: 392, y: 152 }, { x: 380, y: 290 }, { x: 238, y: 262 }];

/** A code on light paper on a darker table, seen at an angle: each pixel is the mean of nine places in it. */
export function drawCodePicture({ text = cardText, size = [640, 400], corners = spread, blur = 0, damage = 0 }: Conditions = {}): CodePicture {
  const code = QRCode.create([{ data: Buffer.from(text, "utf8"), mode: "byte" }], { errorCorrectionLevel: "M" });
  const modules = Int8Array.from(code.modules.data, (dark) => (dark ? 1 : -1));
  const side = code.modules.size;
  for (let i = 0; i < modules.length * damage; i++) modules[modules.length - 1 - i]! *= -1;
  const [width, height] = size;
  const place = homographyBetween(corners, squareOf(side))!;
  const light = (x: number, y: number) => {
    const { x: u, y: v } = project(place, x, y);
    if (u < -12 || v < -12 || u > side + 60 || v > side + 60) return 90;
    if (u < 0 || v < 0 || u >= side || v >= side) return 215;
    return modules[Math.floor(v) * side + Math.floor(u)] === 1 ? 50 : 215;
  };
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < 9; k++) sum += light(x + ((k % 3) + 0.5) / 3, y + (Math.floor(k / 3) + 0.5) / 3);
      data[y * width + x] = sum / 9;
    }
  }
  const sharp = { data, width, height };
  return { plane: blur > 0 ? gaussianBlur(sharp, blur) : sharp, corners, version: (side - 17) / 4, modules };
}

/** Numbers in 0…1 that are the same in every run. */
export function seededNoise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
