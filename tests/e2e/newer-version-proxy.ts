import http from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/**
 * Passes everything on to the app; from `release()` on it serves another service worker, as after a deployment:
 * its documents carry `data-newer`.
 */
export async function startNewerVersionProxy(target: string): Promise<{ origin: string; release: () => void; close: () => Promise<void> }> {
  let released = false;
  const server = http.createServer((request, response) => {
    answer(request, response, { target, newer: released }).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => void (released = true),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse, { target, newer }: { target: string; newer: boolean }): Promise<void> {
  const isWorker = request.url === "/sw.js";
  const headers = { ...request.headers, ...(isWorker && { "accept-encoding": "identity", "if-none-match": "", "if-modified-since": "" }) };
  const upstream = http.request(`${target}${request.url}`, { method: request.method, headers });
  request.pipe(upstream);
  const [answered] = (await once(upstream, "response")) as [http.IncomingMessage];
  if (!isWorker || !newer) {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answered) chunks.push(chunk as Buffer);
  response.writeHead(200, { "content-type": "application/javascript; charset=utf-8", "cache-control": "no-cache" });
  response.end(Buffer.concat(chunks).toString("utf8").replaceAll("<html ", "<html data-newer "));
}
