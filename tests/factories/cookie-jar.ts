import type { Fetch } from "@/lib/protocol/client";

/**
 * A browser's way of asking a handler: keeps cookies, sends the host and the origin.
 * @param routes from a path's beginning to the handler that answers it
 */
export function makeBrowser(routes: Record<string, (request: Request) => Promise<Response>>, extraHeaders: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const answers: Response[] = [];
  const fetch: Fetch = async (path, init) => {
    const handler = Object.entries(routes).find(([prefix]) => path.startsWith(prefix))?.[1];
    if (!handler) throw new Error(`No handler for ${path}`);
    const headers = new Headers(init.headers);
    headers.set("host", "localhost");
    headers.set("origin", "http://localhost");
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    for (const [name, value] of Object.entries(extraHeaders)) headers.set(name, value);
    const { method, body } = init;
    const response = await handler(new Request(`http://localhost${path}`, { headers, ...(method ? { method } : {}), ...(body ? { body } : {}) }));
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    answers.push(response.clone());
    return response;
  };
  function keep(cookie: string) {
    const [pair = ""] = cookie.split(";");
    const [name = "", ...value] = pair.split("=");
    if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value.join("="));
  }
  return { fetch, cookies, answers };
}
