import type { ShellAsset } from "./shell";

const cacheName = "shell-assets";
const keptAfterReplaced = 30 * 24 * 60 * 60 * 1000;
const replacedAt = "x-replaced-at";

/** Fetches what is not there yet; what an earlier version or an interrupted installation brought is used again. */
export async function installAssets(assets: readonly ShellAsset[]): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    assets.map(async (asset) => {
      if (await cache.match(keyOf(asset))) return;
      const response = await fetch(asset.url, { integrity: asset.integrity, cache: "no-cache", redirect: "error" });
      if (!response.ok) throw new Error(`${asset.url}: ${response.status}`);
      await cache.put(keyOf(asset), response);
    }),
  );
}

/**
 * Drops what this version does not name. Chunks stay for 30 days: a tab of an earlier version may be open, with
 * a form that must not be interrupted, and asks for its own.
 */
export async function forgetReplaced(assets: readonly ShellAsset[], now = Date.now()): Promise<void> {
  const cache = await caches.open(cacheName);
  const current = new Set(assets.map((asset) => new URL(keyOf(asset), location.origin).href));
  for (const key of await cache.keys()) {
    if (current.has(key.url)) continue;
    const response = await cache.match(key);
    const since = Number(response?.headers.get(replacedAt) ?? now);
    if (!response || !isChunk(new URL(key.url).pathname) || now - since > keptAfterReplaced) await cache.delete(key);
    else if (!response.headers.has(replacedAt)) await cache.put(key, withHeader(response, replacedAt, String(now)));
  }
}

/** From the cache, also chunks of earlier versions; undefined when the shell has no part in it. */
export function answerAsset(assets: readonly ShellAsset[], request: Request): Promise<Response> | undefined {
  const { pathname } = new URL(request.url);
  const asset = assets.find(({ url }) => url === pathname);
  if (asset) return fromCache(keyOf(asset), {}, request);
  return isChunk(pathname) ? fromCache(pathname, { ignoreSearch: true }, request) : undefined;
}

/**
 * As it was stored: a copy would lose the compiled code that Chromium keeps beside a script. Browsers clear caches as
 * they please: then the network has to do.
 */
async function fromCache(key: string, options: CacheQueryOptions, request: Request): Promise<Response> {
  const cache = await (opened ??= caches.open(cacheName));
  const found = await cache.match(key, options);
  return found ?? fetch(request);
}

/** Once for the twenty files of a start. */
let opened: Promise<Cache> | undefined;

/** One key for one content: two versions of a file without a hash in its name live side by side. */
const keyOf = ({ url, integrity }: ShellAsset) => `${url}?${encodeURIComponent(integrity)}`;
const isChunk = (pathname: string) => pathname.startsWith("/_next/static/");

function withHeader(response: Response, name: string, value: string): Response {
  const headers = new Headers(response.headers);
  headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
