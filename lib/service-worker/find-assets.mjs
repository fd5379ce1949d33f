import { existsSync, statSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { inRoot } from "../launcher/paths.mjs";
import { inBuild, phonePageNames } from "./read-shell.mjs";

/**
 * The files that the phone's pages load, now or later: what their documents and payloads name, the fonts that
 * their styles name, chunks that load on demand (workers too), all icons, and the WASM.
 *
 * @param {Record<string, import("./shell").ShellPage>} pages
 * @returns {Promise<string[]>} paths below the project's folder
 */
export async function findAssets(pages) {
  const texts = Object.values(pages).flatMap(({ html, payloads }) => [withoutLegacyScripts(html), ...Object.values(payloads)]);
  const named = namedIn(texts.join("\n"));
  const styles = await Promise.all(named.filter((name) => name.endsWith(".css")).map((name) => readFile(inBuild(name), "utf8")));
  const built = new Set([...named, ...namedIn(styles.join("\n")), ...(await listOnDemand())]);
  await requireBuiltFiles(built);
  const open = [...(await Promise.all(["icons", "wasm"].map(listPublic))).flat(), ...publicFilesNamedIn(texts.join("\n"))];
  return [...new Set([...[...built].map((file) => `.next/${file}`), ...open])].sort();
}

/** Browsers with service workers are not those for which `noModule` scripts are made. */
const withoutLegacyScripts = (html) => html.replaceAll(/<script[^>]*\snoModule(=""|)[^>]*>/gi, "");

function namedIn(text) {
  return [...text.matchAll(/static\/(?:chunks|css|media)\/[\w./~()[\]@%-]+?\.(?:js|css|woff2|wasm|svg|png|webp|mp3|wav)\b/g)].map(([name]) => name);
}

/**
 * Chunks that code asks for by number, which it finds in a table: named "12.3ab.js". What such a chunk shares with
 * a page is named like a page's own, "12-3ab.js": only the build's list tells.
 */
async function listOnDemand() {
  const names = await readdir(inBuild("static/chunks"));
  const asked = names.filter((name) => /^\d+\.[0-9a-f]+\.js$/.test(name)).map((name) => `static/chunks/${name}`);
  return [...asked, ...(await listedOnDemand())];
}

async function listedOnDemand() {
  const onDemand = JSON.parse(await readFile(inBuild("react-loadable-manifest.json"), "utf8"));
  return Object.values(onDemand).flatMap(({ files }) => files);
}

/** The build's own lists of chunks must agree: they come from the bundler, not from reading its output. */
async function requireBuiltFiles(found) {
  const missing = (await listedByBuild()).filter((file) => !found.has(file));
  if (missing.length > 0) throw new Error(`Phone pages need files that the service worker does not list: ${missing.join(", ")}`);
}

async function listedByBuild() {
  const { rootMainFiles } = JSON.parse(await readFile(inBuild("build-manifest.json"), "utf8"));
  const ofPages = await Promise.all((await phonePageNames()).map(listedByPage));
  return [...new Set([...rootMainFiles, ...(await listedOnDemand()), ...ofPages.flat()])];
}

/** A page's list names the frame of the desk too, which no phone page is in. */
async function listedByPage(name) {
  const source = await readFile(`${inBuild("server/app", name)}_client-reference-manifest.js`, "utf8");
  const { clientModules, entryCSSFiles } = JSON.parse(source.replace(/^[\s\S]*?\]\s*=\s*/, "").replace(/;\s*$/, ""));
  const scripts = Object.entries(clientModules).flatMap(([module, { chunks }]) => (module.endsWith(".css") || chunks.some(isOfDesk) ? [] : chunks));
  const styles = Object.entries(entryCSSFiles).flatMap(([module, files]) => (isOfDesk(module) ? [] : files.map((file) => file.path)));
  return [...scripts.filter((chunk) => chunk.startsWith("static/")).map(decodeURI), ...styles];
}

const isOfDesk = (name) => name.includes("/app/(desk)/");

/** Such as a script of public/ that the document loads. */
function publicFilesNamedIn(text) {
  const names = [...text.matchAll(/(?:src|href)="(\/[\w./-]+)"/g)].map(([, name]) => `public${name}`);
  return names.filter((name) => existsSync(inRoot(name)) && statSync(inRoot(name)).isFile());
}

async function listPublic(folder) {
  const names = await readdir(inRoot("public", folder)).catch(() => []);
  return names.map((name) => `public/${folder}/${name}`);
}
