import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before the app and changes two files of it, as a deployment or an operator would. */
export type DeploymentProxy = {
  readonly origin: string;
  /** From now on a newer service worker: its documents carry `data-newer`, and it has no use for one of the fonts. */
  release(): void;
  /** From now on version.json says that this build is broken. */
  retire(): void;
  close(): Promise<void>;
};

export async function startDeploymentProxy(target: string): Promise<DeploymentProxy> {
  const changes = new Map<string, (content: string) => string>();
  const server = http.createServer((request, response) => {
    const change = changes.get(request.url ?? "");
    const passing = change ? passChanged(request, response, target, change) : pass(request, response, target);
    passing.catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => void changes.set("/sw.js", newerWorker),
    retire: () => void changes.set("/version.json", retiredVersion),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const newerWorker = (source: string) => source.replaceAll("<html ", "<html data-newer ").replace(/\{url:"[^"]+\.woff2",integrity:"[^"]+"\},/, "");

function retiredVersion(content: string): string {
  const version = JSON.parse(content) as { build: string };
  return JSON.stringify({ ...version, retire: [version.build] });
}

async function pass(request: http.IncomingMessage, response: http.ServerResponse, target: string): Promise<void> {
  const upstream = http.request(`${target}${request.url}`, { method: request.method, headers: request.headers });
  request.pipe(upstream);
  const [answer] = (await once(upstream, "response")) as [http.IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

async function passChanged(request: http.IncomingMessage, response: http.ServerResponse, target: string, change: (content: string) => string): Promise<void> {
  const answer = await fetch(`${target}${request.url}`);
  response.writeHead(200, { "content-type": answer.headers.get("content-type") ?? "text/plain", "cache-control": "no-store" });
  response.end(change(await answer.text()));
}
