import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import * as changes from "@/app/api/changes/route";
import * as commands from "@/app/api/commands/route";
import * as guides from "@/app/api/guides/route";
import * as health from "@/app/api/health/route";
import * as reconcile from "@/app/api/reconcile/route";
import * as recovered from "@/app/api/recovered-commands/route";

type Handler = (request: Request) => Promise<Response>;
type Routes = Readonly<Record<string, Readonly<Partial<Record<string, unknown>>>>>;

/** The route modules that phones talk to. */
const routes: Routes = {
  "/api/commands": commands,
  "/api/changes": changes,
  "/api/reconcile": reconcile,
  "/api/recovered-commands": recovered,
  "/api/guides": guides,
  "/api/health": health,
};

/**
 * Serves the real route handlers over a real socket, without Next around them: what a phone sees of the
 * server is these handlers. Needs the environment of a server (see lib/server/env).
 */
export async function serveHandlers(port = 0): Promise<{ origin: string; port: number; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = requestOf(incoming);
  const handler = routes[new URL(request.url).pathname]?.[request.method] as Handler | undefined;
  const response = handler ? await handler(request) : new Response("Not found", { status: 404 });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]));
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: pairs,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
}
