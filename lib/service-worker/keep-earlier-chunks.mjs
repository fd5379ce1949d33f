import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { inBuild } from "./read-shell.mjs";

const keptFor = 30 * 24 * 60 * 60 * 1000;
const store = (...parts) => inBuild("cache/earlier-static", ...parts); // `next build` empties all but the cache
const storeIndex = () => store("replaced.json");

/**
 * Tabs of earlier builds stay open for days and load chunks on demand. `next build` removes those, so each build's
 * files are put aside and brought back into later builds until 30 days after the last build that had them.
 */
export async function keepEarlierChunks(now = Date.now()) {
  const current = await listFiles(inBuild("static"));
  const replacedAt = JSON.parse(await readFile(storeIndex(), "utf8").catch(() => "{}"));
  const earlier = Object.keys(replacedAt).filter((file) => !current.includes(file));
  const index = Object.fromEntries(current.map((file) => [file, null]));
  for (const file of earlier) {
    const since = replacedAt[file] ?? now;
    if (now - since > keptFor) await rm(store("static", file), { force: true });
    else {
      await copy(store("static", file), inBuild("static", file));
      index[file] = since;
    }
  }
  for (const file of current) await copy(inBuild("static", file), store("static", file));
  await writeFile(storeIndex(), JSON.stringify(index));
}

async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

async function copy(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}
