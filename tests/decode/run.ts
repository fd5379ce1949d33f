import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium } from "playwright";
import { parseCardQr } from "../../lib/domain/identity/card-qr";
import { localDateOf } from "../../lib/domain/time/local-date";
import { inRoot } from "../../lib/launcher/paths.mjs";
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";

/**
 * `npm run decode -- DIR`: the phone's own decoding over a folder of pictures, each as one single frame, in
 * Chromium. One JSON line for each: file, text (null when unread), ms, fields (null when it is no card).
 */
const [folder] = process.argv.slice(2);
if (!folder) fail("Which folder? npm run decode -- DIR");
const files = await readdir(folder).catch(() => fail(`${folder} can't be read.`));
const pictures = files.filter((file) => /\.(jpe?g|png|webp)$/i.test(file)).sort();
const executablePath = (await findChromium()) ?? fail("This needs Chromium: install it or set CHROMIUM_PATH.");

const script = await build({
  entryPoints: [inRoot("tests/decode/page.ts")],
  bundle: true,
  format: "esm",
  write: false,
  logLevel: "silent",
});
const server = createServer((request, response) => void serve(request.url ?? "/").then((body) => response.end(body), () => response.writeHead(404).end()));
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await page.addScriptTag({ type: "module", content: script.outputFiles[0]!.text });
await page.waitForFunction(() => window.decodePicture !== undefined);

const today = localDateOf(new Date().toISOString());
for (const file of pictures) {
  const { text, ms } = await page
    .evaluate((url) => window.decodePicture!(url), `/pictures/${encodeURIComponent(file)}`)
    .catch((error: Error) => {
      console.error(`${file}: ${error.message.split("\n")[0]}`);
      return { text: null, ms: 0 };
    });
  const card = text === null ? undefined : parseCardQr(text, today);
  console.log(JSON.stringify({ file, text, ms, fields: card?.ok ? card.value : null }));
}
await browser.close();
server.close();

async function serve(url: string): Promise<Buffer | string> {
  if (url === "/") return "<!doctype html><title>decode</title>";
  if (url === "/wasm/zxing_reader.wasm") return readFile(inRoot("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"));
  return readFile(path.join(folder!, path.basename(decodeURIComponent(url))));
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
