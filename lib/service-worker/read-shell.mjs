import { readFile } from "node:fs/promises";
import { inRoot } from "../launcher/paths.mjs";
import { phoneRoutes } from "./phone-routes.mjs";
import { commonHeaders, contentSecurityPolicy, inlineScriptHashes } from "./security-headers.mjs";

/**
 * The phone's pages as `next build` left them in .next/server/app.
 *
 * @returns {Promise<Record<string, import("./shell").ShellPage>>}
 */
export async function readPages() {
  await requireSameRoutes();
  return Object.fromEntries(await Promise.all(phoneRoutes.map(async (route) => [route, await readPage(route)])));
}

/** The build's names of the phone's pages, such as "/(phone)/record/page". */
export async function phonePageNames() {
  const routes = JSON.parse(await readFile(inBuild("app-path-routes-manifest.json"), "utf8"));
  return Object.keys(routes).filter((name) => name.startsWith("/(phone)/"));
}

export const inBuild = (...parts) => inRoot(".next", ...parts);

/** A page that is not listed would not open offline; one that is gone would be asked for in vain. */
async function requireSameRoutes() {
  const routes = JSON.parse(await readFile(inBuild("app-path-routes-manifest.json"), "utf8"));
  const built = (await phonePageNames()).map((name) => routes[name]);
  const missing = phoneRoutes.filter((route) => !built.includes(route));
  const unlisted = built.filter((route) => !phoneRoutes.includes(route));
  if (missing.length > 0) throw new Error(`lib/service-worker/phone-routes.mjs lists what app/(phone) does not have: ${missing.join(", ")}`);
  if (unlisted.length > 0) throw new Error(`app/(phone) has what lib/service-worker/phone-routes.mjs does not list: ${unlisted.join(", ")}`);
}

async function readPage(route) {
  const file = inBuild("server/app", route === "/" ? "index" : route.slice(1));
  const html = await readFile(`${file}.html`, "utf8").catch(() => {
    throw new Error(`${route} is not a static page, so it can't open offline: it must not read cookies, headers or search parameters on the server.`);
  });
  const { segmentPaths = [] } = JSON.parse(await readFile(`${file}.meta`, "utf8"));
  const segments = segmentPaths.map(async (segment) => [segment, await readFile(`${file}.segments${segment}.segment.rsc`, "utf8")]);
  const payloads = Object.fromEntries([["", await readFile(`${file}.rsc`, "utf8")], ...(await Promise.all(segments))]);
  return { html, headers: documentHeaders(html), payloads };
}

const documentHeaders = (html) => ({
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": contentSecurityPolicy(inlineScriptHashes(html)),
  ...commonHeaders,
});
