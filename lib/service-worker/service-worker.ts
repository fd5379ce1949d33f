import { answerAsset, forgetReplaced, installAssets } from "./assets";
import { onKeyMessage } from "./kept-key";
import { answerPage } from "./pages";
import { retireIfAsked } from "./retire";
import { shell } from "./shell";

/**
 * Serves the phone's shell: pages, chunks, fonts, WASM. It never touches /api or the desk, stores nothing that
 * anybody wrote, and sends nothing by itself.
 *
 * A new version waits until all tabs are closed or a page says SKIP_WAITING, which it does when its user agrees.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => event.waitUntil(installAssets(shell.assets)));

self.addEventListener("activate", (event) => event.waitUntil(Promise.all([forgetReplaced(shell.assets), self.clients.claim()])));

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
  onKeyMessage(event);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.waitUntil(retireIfAsked(self.registration, shell.version));
  const response = answerPage(shell, request) ?? answerAsset(shell.assets, request);
  if (response) event.respondWith(response);
});
