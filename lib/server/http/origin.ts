import "server-only";

/**
 * Does a write come from a page of ours? Browsers say where a write comes from; other clients say nothing
 * and carry no cookie that somebody else could make them send.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return (request.headers.get("sec-fetch-site") ?? "same-origin") === "same-origin";
  return URL.canParse(origin) && ownHosts(request).has(new URL(origin).host);
}

/** The host that was asked, also behind a proxy that ends HTTPS, and the configured address. */
function ownHosts({ headers, url }: Request): Set<string> {
  const configured = process.env.NEXTAUTH_URL;
  return new Set([
    headers.get("host") ?? new URL(url).host,
    ...(configured && URL.canParse(configured) ? [new URL(configured).host] : []),
  ]);
}
