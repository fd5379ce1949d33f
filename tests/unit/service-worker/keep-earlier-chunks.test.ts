import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepEarlierChunks } from "../../../lib/service-worker/keep-earlier-chunks.mjs";

const day = 24 * 60 * 60 * 1000;
let folder: string;

beforeEach(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), "tns-chunks-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A build empties the served folder and fills it anew. */
async function build(onDay: number, ...chunks: string[]): Promise<string[]> {
  const served = path.join(folder, "static");
  await rm(served, { recursive: true, force: true });
  await mkdir(path.join(served, "chunks"), { recursive: true });
  for (const chunk of chunks) await writeFile(path.join(served, "chunks", chunk), chunk);
  await keepEarlierChunks({ served, store: path.join(folder, "store"), now: onDay * day });
  return (await readdir(path.join(served, "chunks"))).sort();
}

test("chunks of an earlier build are served with the next ones", async () => {
  await build(0, "a.js", "shared.js");
  expect(await build(1, "b.js", "shared.js")).toEqual(["a.js", "b.js", "shared.js"]);
});

test("the 30 days begin when a chunk is replaced, not when it was made", async () => {
  await build(0, "a.js");
  expect(await build(90, "b.js")).toEqual(["a.js", "b.js"]);
  expect(await build(119, "c.js")).toEqual(["a.js", "b.js", "c.js"]);
  expect(await build(121, "c.js")).toEqual(["b.js", "c.js"]);
});

test("a chunk that comes back counts as new", async () => {
  await build(0, "a.js");
  await build(10, "b.js");
  await build(39, "a.js");
  expect(await build(50, "c.js")).toContain("a.js");
  expect(await build(79, "c.js")).toContain("a.js");
});
