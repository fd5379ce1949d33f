import "server-only";

/**
 * A read whose answer carries a `version`: the version is its ETag, and who has it already is answered 304
 * without a body. Refusals go through as they are.
 */
export function withEtag(read: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await read(request);
    if (response.status !== 200) return response;
    const { version } = (await response.clone().json()) as { version: string };
    const etag = `"${version}"`;
    const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers: { etag, "cache-control": "no-store" } });
    response.headers.set("etag", etag);
    return response;
  };
}
