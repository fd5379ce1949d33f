import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { inRoot, root } from "./paths.mjs";

/** Everything a production build is made from: folders whole, and what the folders do not hold. */
const sourceFolders = ["app", "components", "lib", "public"];
const sourceFiles = ["prisma/schema.prisma", "package.json", "package-lock.json", "next.config.js", "postcss.config.mjs", "tsconfig.json"];
const madeByBuild = ["lib/server/generated", "public/sw.js", "public/sw.js.map", "public/version.json", "public/wasm"];
const marker = inRoot(".next/made-from");

/** Whether the build in .next was made from the sources as they are now. */
export async function isBuildCurrent() {
  const [made, wanted] = await Promise.all([readFile(marker, "utf8").catch(() => ""), hashSources()]);
  return made === wanted;
}

export const noteBuild = (hash) => writeFile(marker, hash);

/** While it is being made again, nobody may take what is there for whole. */
export const forgetBuild = () => rm(marker, { force: true });

export async function hashSources() {
  const hash = createHash("sha256");
  for (const name of await listSources()) hash.update(`${name}\0`).update(await readFile(inRoot(name))).update("\0");
  for (const [name, value] of Object.entries(process.env).sort()) if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\0`);
  return hash.digest("hex");
}

async function listSources() {
  const inFolders = await Promise.all(sourceFolders.map((folder) => listFolder(folder)));
  return [...sourceFiles, ...inFolders.flat()].sort();
}

async function listFolder(folder) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .filter((name) => !madeByBuild.some((made) => name === made || name.startsWith(`${made}/`)));
}
