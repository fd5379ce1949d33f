import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { chromium } from "playwright";
import { inRoot } from "../../lib/launcher/paths.mjs";
import { pinIterations } from "../../lib/phone/vault/pin";
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";

/**
 * What one try of a PIN costs: the derivation as the phone does it, in a worker of a real browser, on one core. Dear
 * enough for whoever guesses, cheap enough for whoever works. The screen of a phone six times slower goes on meanwhile.
 */
const runs = 15;
const limits = { least: 150, most: 400 };
const slowdown = 6;
const longestPause = 100;

const worker = await build({ entryPoints: [inRoot("lib/phone/vault/pin-worker.ts")], bundle: true, write: false, format: "esm", logLevel: "error" });
// Keys are made only for pages that nobody on the way could have changed: this machine's own count as such.
const server = createServer((request, response) => {
  response.setHeader("content-type", request.url === "/pin-worker.js" ? "text/javascript" : "text/html");
  response.end(request.url === "/pin-worker.js" ? worker.outputFiles[0]!.text : "<!doctype html>");
}).listen(0, "127.0.0.1");
await once(server, "listening");
const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const times = (await page.evaluate(derive, { runs, iterations: pinIterations })).sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)]!;
  console.log(`derivation median=${Math.round(median)} ms (${times.map(Math.round).join(", ")}) iterations=${pinIterations} limits=${limits.least}-${limits.most} ms`);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const pause = await page.evaluate(pauseWhileDeriving, pinIterations);
  console.log(`longest pause of the screen at CPU ×${slowdown}=${Math.round(pause)} ms limit=${longestPause} ms`);
  if (median < limits.least || median > limits.most || pause > longestPause) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

/** In the page: one try after the other, each in a worker that has started before its time counts. */
async function derive({ runs, iterations }: { runs: number; iterations: number }): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const worker = new Worker("/pin-worker.js", { type: "module" });
    for (const rounds of [1, iterations]) {
      const started = performance.now();
      await new Promise<void>((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.key ? resolve() : reject(new Error("no key")));
        worker.postMessage({ pin: "258036", salt: crypto.getRandomValues(new Uint8Array(16)), iterations: rounds });
      });
      if (rounds === iterations) times.push(performance.now() - started);
    }
    worker.terminate();
  }
  return times;
}

/** In the page: the longest time between two ticks of the thread that draws, from before the worker starts until it has answered. */
async function pauseWhileDeriving(iterations: number): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const worker = new Worker("/pin-worker.js", { type: "module" });
  await new Promise((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage({ pin: "258036", salt: crypto.getRandomValues(new Uint8Array(16)), iterations });
  });
  clearInterval(ticking);
  worker.terminate();
  return longest;
}
