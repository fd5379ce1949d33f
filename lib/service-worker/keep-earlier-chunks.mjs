import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { inBuild } from "./read-shell.mjs";

const keptFor = 30 * 24 * 60 * 60 * 1000;

/**
 * Tabs of earlier builds stay open for days and load chunks on demand. `next build` removes those (all of .next
 * but its cache), so each build's files are put aside and brought back into later builds, until 30 days after the
 * first build without them.
 */
export async function keepEarlierChunks({ served = inBuild("static"), store = inBuild("cache/earlier-static"), now = Date.now() } = {}) {
  const storeIndex = path.join(store, "replaced.json");
  const current = await listFiles(served);
  const replacedAt = JSON.parse(await readFile(storeIndex, "utf8").catch(() => "{}"));
  const earlier = Object.keys(replacedAt).filter((file) => !current.includes(file));
  const index = Object.fromEntries(current.map((file) => [file, null]));
  for (const file of earlier) {
    const since = replacedAt[file] ?? now;
    if (now - since > keptFor) await rm(path.join(store, "static", file), { force: true });
    else {
      await copy(path.join(store, "static", file), path.join(served, file));
      index[file] = since;
    }
  }
  for (const file of current) await copy(path.join(served, file), path.join(store, "static", file));
  await writeFile(storeIndex, JSON.stringify(index));
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function copy(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}
