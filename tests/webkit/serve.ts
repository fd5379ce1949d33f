import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build, type BuildOptions } from "esbuild";
import { inRoot } from "@/lib/launcher/paths.mjs";

const common = { bundle: true, write: false, format: "esm", target: "es2022", logLevel: "error" } satisfies BuildOptions;

/** Unit tests run as they are: what they import of the test runner and of the imitated IndexedDB is the browser's here. */
const alias = {
  "@": inRoot("."),
  vitest: inRoot("tests/webkit/page/vitest.ts"),
  "fake-indexeddb": inRoot("tests/webkit/page/indexed-db.ts"),
};

/** Serves the pages of the checks; keys are made only for pages that nobody on the way could change, as this machine's own are. */
export async function servePages(): Promise<{ readonly origin: string; close(): void }> {
  const scripts = await makeScripts();
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const script = scripts.get(pathname);
    const isPage = /^\/[a-z-]+$/.test(pathname);
    response.statusCode = script !== undefined || isPage ? 200 : 404; // what the phone asks of a server is not there
    response.setHeader("content-type", script === undefined ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
    response.end(script ?? (isPage ? pageOf(`${pathname}.js`) : ""));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A script that doesn't even start is told like a check that failed. */
function pageOf(script: string): string {
  const tell = `onerror = (problem) => { (window.outcomes ??= []).push({ name: "${script}", problem }); window.finished = true; }`;
  return `<!doctype html><title>WebKit</title><script>${tell}</script><script type="module" src="${script}"></script>`;
}

async function makeScripts(): Promise<Map<string, string>> {
  const define = { "process.env.NEXT_PUBLIC_APP_VERSION": '"webkit"' };
  const pages = ["unit-tests", "first-visit", "later-visit"];
  const [built, worker] = await Promise.all([
    build({ ...common, alias, define, entryPoints: pages.map((page) => inRoot(`tests/webkit/page/${page}.ts`)), outdir: "/" }),
    build({ ...common, entryPoints: [inRoot("lib/phone/vault/pin-worker.ts")] }),
  ]);
  const named = built.outputFiles.map(({ path, text }) => [path, text] as const);
  // The phone starts its worker by the name of the source, beside whatever script asks for it.
  return new Map([...named, ["/pin-worker.ts", worker.outputFiles[0]!.text]]);
}
