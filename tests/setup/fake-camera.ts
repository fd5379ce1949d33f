import { writeFile } from "node:fs/promises";
import { chromium } from "playwright";
import QRCode from "qrcode";
import { chromiumArgs, findChromium } from "./chromium.mjs";

type Scene = {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** 1 fills the picture; smaller is farther away. */
  readonly scale?: number;
};

/**
 * Films an invented card for Chromium's fake camera: JPEG frames one after the other, in which a hand brings
 * the card in, tilted and never quite still.
 * @param path of the .mjpeg to write, for --use-file-for-fake-video-capture
 */
export async function filmCard(path: string, payload: string, scene?: Scene): Promise<void> {
  const code = QRCode.create([{ data: Buffer.from(payload, "utf8"), mode: "byte" }], { errorCorrectionLevel: "M" });
  await filmCode(path, { modules: Array.from(code.modules.data, Number), size: code.modules.size }, scene);
}

/** Dark modules are 1, row by row. */
export type Modules = { readonly modules: number[]; readonly size: number };

/** The same with a code as it stands on a screen. */
export async function filmCode(path: string, { modules, size }: Modules, scene: Scene = { width: 1280, height: 720, frames: 24 }): Promise<void> {
  const executablePath = await findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs] });
  const page = await browser.newPage();
  const frames = await page.evaluate(drawFrames, { modules, size, scene });
  await browser.close();
  await writeFile(path, Buffer.concat(frames.map((frame) => Buffer.from(frame, "base64"))));
}

export const fakeCameraArgs = (path: string) => [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-video-capture=${path}`,
];

/** Runs in the page: draws the card once, then table and hand-held card, a little different in each frame. */
function drawFrames({ modules, size, scene }: { modules: number[]; size: number; scene: Scene }): string[] {
  const card = new OffscreenCanvas(860, 540);
  const print = card.getContext("2d")!;
  print.fillStyle = "#cfe0d6";
  print.fillRect(0, 0, 860, 540);
  print.fillStyle = "#f4f6f1";
  print.fillRect(470, 20, 360, 360);
  print.fillStyle = "#1c2424";
  const step = 330 / size;
  modules.forEach((dark, position) => {
    if (dark) print.fillRect(485 + (position % size) * step, 35 + Math.floor(position / size) * step, step + 0.4, step + 0.4);
  });

  const canvas = document.createElement("canvas");
  canvas.width = scene.width;
  canvas.height = scene.height;
  const context = canvas.getContext("2d")!;
  return Array.from({ length: scene.frames }, (_, index) => {
    const time = (index / scene.frames) * 2 * Math.PI;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.filter = "none";
    context.fillStyle = "#4a4038";
    context.fillRect(0, 0, scene.width, scene.height);
    context.setTransform(1, 0.03 * Math.sin(time), 0.06, 1, scene.width / 2 + 30 * Math.sin(time), scene.height / 2 + 18 * Math.cos(2 * time));
    context.rotate(-0.09 + 0.05 * Math.sin(time));
    context.scale(scene.scale ?? 1, scene.scale ?? 1);
    context.filter = `blur(${(0.6 + 0.4 * Math.sin(3 * time)).toFixed(2)}px)`;
    context.drawImage(card, -430, -270);
    return canvas.toDataURL("image/jpeg", 0.85).split(",")[1]!;
  });
}
