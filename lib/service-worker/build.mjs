import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { getManifest } from "workbox-build";
import { inRoot } from "../launcher/paths.mjs";
import { findAssets } from "./find-assets.mjs";
import { allowInlineScripts } from "./allow-inline-scripts.mjs";
import { keepEarlierChunks } from "./keep-earlier-chunks.mjs";
import { inBuild, readPages } from "./read-shell.mjs";

/**
 * Makes public/sw.js and public/version.json from what `next build` left, and prepares that for serving: to be
 * called after each build and before the server starts, which lists the files that it serves only then.
 */
export async function buildServiceWorker() {
  const version = await appVersion();
  const pages = await readPages();
  const assets = await withIntegrity(await findAssets(pages));
  await bundle({ version, pages, assets });
  await writeVersionFile(version);
  await allowInlineScripts(pages);
  await keepEarlierChunks();
}

/** The same that next.config.js gave the pages. */
async function appVersion() {
  const { config } = JSON.parse(await readFile(inBuild("required-server-files.json"), "utf8"));
  return config.env.NEXT_PUBLIC_APP_VERSION;
}

async function withIntegrity(files) {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: inRoot(),
    globPatterns: files.map(escapeGlob),
    globIgnores: [],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    modifyURLPrefix: { ".next/": "/_next/", "public/": "/" },
    manifestTransforms: [async (entries) => ({ manifest: await Promise.all(entries.map(addIntegrity)) })],
  });
  const missing = files.length - manifestEntries.length;
  if (missing > 0) throw new Error(`${missing} files of the phone's shell can't be kept: ${warnings.join("; ")}`);
  return manifestEntries.map(({ url, integrity }) => ({ url, integrity }));
}

async function addIntegrity(entry) {
  const content = await readFile(inRoot(entry.url.replace(/^\/_next\//, ".next/").replace(/^\/(?!_next)/, "public/")));
  return { ...entry, integrity: `sha256-${createHash("sha256").update(content).digest("base64")}` };
}

const escapeGlob = (file) => file.replaceAll(/[[\](){}!*?]/g, "\\$&");

function bundle(shell) {
  return build({
    entryPoints: [inRoot("lib/service-worker/service-worker.ts")],
    outfile: inRoot("public/sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome90", "safari15.4"],
    define: { __SHELL__: JSON.stringify(shell) },
    logLevel: "warning",
  });
}

/** Builds that are found broken in the field are named in retired-builds.json, or at once in the served file itself. */
async function writeVersionFile(version) {
  const retire = JSON.parse(await readFile(inRoot("lib/service-worker/retired-builds.json"), "utf8"));
  await writeFile(inRoot("public/version.json"), `${JSON.stringify({ build: version, retire })}\n`);
}
