import { build } from "esbuild";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright";
import { inRoot } from "../../lib/launcher/paths.mjs";
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";
import { fakeCameraArgs, filmCard } from "../setup/fake-camera";

/**
 * `npx tsx tests/decode/first-read.ts [WIDTHxHEIGHT] [SCALE]`: a card moves before a filmed camera; how long until the
 * phone's own camera, worker and decoder have its text, from the tap to the answer.
 */
const payload = "052301004321||Trần Thị Bình|02112001|Nữ|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";
const [width = 1280, height = 720] = (process.argv[2] ?? "1280x720").split("x").map(Number);
const folder = await mkdtemp(path.join(tmpdir(), "first-read-"));
const film = path.join(folder, "card.mjpeg");
await filmCard(film, payload, { width, height, frames: 24, scale: Number(process.argv[3] ?? 1) });

const bundled = await build({
  entryPoints: { page: inRoot("tests/decode/camera-page.ts"), "decode-worker": inRoot("lib/phone/scanner/decode-worker.ts") },
  bundle: true,
  format: "esm",
  write: false,
  outdir: folder,
  logLevel: "silent",
});
const scripts = new Map(bundled.outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
const server = createServer((request, response) => {
  const url = request.url ?? "/";
  if (url === "/") return void response.setHeader("content-type", "text/html").end("<!doctype html><title>camera</title>");
  if (url.endsWith(".wasm")) {
    response.setHeader("content-type", "application/wasm");
    return void readFile(inRoot("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm")).then((bytes) => response.end(bytes));
  }
  if (url === "/favicon.ico") return void response.writeHead(204).end();
  // the worker's own address, `decode-worker.ts`, is left as it is when the page is bundled
  const script = scripts.get(path.basename(url).replace(/\.ts$/, ".js"));
  response.setHeader("content-type", "text/javascript").writeHead(script === undefined ? 404 : 200).end(script);
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs, ...fakeCameraArgs(film)] });
for (let run = 1; run <= 5; run++) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.addScriptTag({ type: "module", url: "/page.js" });
  const read = await page.evaluate(() => window.readFirst!(15_000));
  console.log(JSON.stringify({ run, ...read, ...("text" in read ? { right: read.text === payload } : {}) }));
  await page.close();
}
await browser.close();
server.close();
await rm(folder, { recursive: true });
