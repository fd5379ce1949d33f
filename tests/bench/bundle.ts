import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { inRoot } from "../../lib/launcher/paths.mjs";

/**
 * The JavaScript that the phone's home and record screens load before anybody touches them, together: what both
 * screens share counts once, what loads on demand (scanner, worker) not at all. Needs a production build.
 */
const screens = ["index", "record"];
const limit = 220;

const scripts = new Set((await Promise.all(screens.map(scriptsOf))).flat());
const sizes = await Promise.all([...scripts].map(async (script) => ({ script, bytes: gzipSync(await readFile(fileOf(script))).length })));
for (const { script, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) console.log(`${kilobytes(bytes).padStart(7)} KB  ${script}`);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`bundle gzip=${kilobytes(total)} KB limit=${limit} KB`);
if (total > limit * 1024) process.exitCode = 1;

/** What the static document names; `noModule` scripts are for browsers that can't run the app at all. */
async function scriptsOf(screen: string): Promise<string[]> {
  const html = await readFile(inRoot(".next/server/app", `${screen}.html`), "utf8").catch(() => {
    throw new Error("There is no production build: run `npm run build` first.");
  });
  return [...html.matchAll(/<script\s([^>]*)>/g)].flatMap(([, attributes = ""]) => {
    const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    return source === undefined || /\bnoModule\b/i.test(attributes) ? [] : [source];
  });
}

function fileOf(script: string): string {
  return script.startsWith("/_next/") ? inRoot(".next", script.slice("/_next/".length)) : inRoot("public", script.slice(1));
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
