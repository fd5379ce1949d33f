import type { Shell } from "./shell";

/**
 * The document of a phone page, or the payload with which Next's router shows it without loading a document;
 * undefined for anything else. The query string is the page's own affair: an id, or the router's `_rsc`.
 *
 * Always a response made here: one from a cache keeps its own `url`, from which the router would take a wrong
 * query string, or loop.
 */
export function answerPage({ pages }: Pick<Shell, "pages">, request: Request): Response | undefined {
  const { pathname } = new URL(request.url);
  const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
  if (!page) return undefined;
  if (request.mode === "navigate") return new Response(page.html, { headers: page.headers });
  if (!request.headers.has("rsc")) return undefined;
  const segment = request.headers.get("next-router-segment-prefetch");
  const payload = page.payloads[segment ?? ""];
  return payload === undefined ? undefined : new Response(payload, { headers: payloadHeaders(segment) });
}

/** As Next's server says it; "2" tells the router that the payload is one of a segment. */
function payloadHeaders(segment: string | null): Record<string, string> {
  return { "content-type": "text/x-component", ...(segment === null ? {} : { "x-nextjs-postponed": "2" }) };
}
