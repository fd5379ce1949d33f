import { existsSync, statSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { inRoot } from "../launcher/paths.mjs";
import { inBuild, phonePageNames } from "./read-shell.mjs";

/**
 * The files that the phone's pages load, now or later: what their documents and payloads name, what those files
 * name in turn (chunks that load on demand, workers, fonts), all icons, and the WASM.
 *
 * @param {Record<string, import("./shell").ShellPage>} pages
 * @returns {Promise<string[]>} paths below the project's folder
 */
export async function findAssets(pages) {
  const texts = Object.values(pages).flatMap(({ html, payloads }) => [withoutLegacyScripts(html), ...Object.values(payloads)]);
  const built = await filesNamedIn(texts.join("\n"), new Set());
  await requireBuiltFiles(built);
  const open = [...(await Promise.all(["icons", "wasm"].map(listPublic))).flat(), ...publicFilesNamedIn(texts.join("\n"))];
  return [...new Set([...[...built].map((file) => `.next/${file}`), ...open])].sort();
}

/** Browsers with service workers are not those for which `noModule` scripts are made. */
const withoutLegacyScripts = (html) => html.replaceAll(/<script[^>]*\snoModule(=""|)[^>]*>/gi, "");

async function filesNamedIn(text, found) {
  for (const [name] of text.matchAll(/static\/(?:chunks|media)\/[\w./~()[\]@%-]+?\.(?:js|css|woff2|wasm|svg|png|webp|mp3|wav)\b/g)) {
    if (found.has(name)) continue;
    found.add(name);
    if (/\.(js|css)$/.test(name)) await filesNamedIn(await readStatic(name), found);
  }
  return found;
}

async function readStatic(name) {
  const text = await readFile(inBuild(name), "utf8").catch(() => "");
  // Styles name their fonts relative to themselves.
  return text.replaceAll(/\.\.\/media\//g, "static/media/");
}

/** The build's own lists of chunks must agree: they come from the bundler, not from reading its output. */
async function requireBuiltFiles(found) {
  const missing = (await listedByBuild()).filter((file) => !found.has(file));
  if (missing.length > 0) throw new Error(`Phone pages need files that the service worker does not list: ${missing.join(", ")}`);
}

async function listedByBuild() {
  const { rootMainFiles } = JSON.parse(await readFile(inBuild("build-manifest.json"), "utf8"));
  const ofPages = await Promise.all((await phonePageNames()).map(listedByPage));
  return [...new Set([...rootMainFiles, ...ofPages.flat()])];
}

async function listedByPage(name) {
  const folder = inBuild("server/app", name);
  const manifest = JSON.parse((await readFile(`${folder}_client-reference-manifest.js`, "utf8")).replace(/^[\s\S]*?\]\s*=\s*/, "").replace(/;\s*$/, ""));
  const onDemand = JSON.parse(await readFile(path.join(folder, "react-loadable-manifest.json"), "utf8").catch(() => "{}"));
  return [
    ...Object.values(manifest.clientModules).flatMap(({ chunks }) => chunks.map((chunk) => chunk.replace(/^\/_next\//, ""))),
    ...Object.values(manifest.entryJSFiles ?? {}).flat(),
    ...Object.values(manifest.entryCSSFiles).flatMap((files) => files.map((file) => file.path)),
    ...Object.values(onDemand).flatMap(({ files }) => files),
  ];
}

/** Such as a script of public/ that the document loads. */
function publicFilesNamedIn(text) {
  const names = [...text.matchAll(/(?:src|href)="(\/[\w./-]+)"/g)].map(([, name]) => `public${name}`);
  return names.filter((name) => existsSync(inRoot(name)) && statSync(inRoot(name)).isFile());
}

async function listPublic(folder) {
  const names = await readdir(inRoot("public", folder)).catch(() => []);
  return names.map((name) => `public/${folder}/${name}`);
}
