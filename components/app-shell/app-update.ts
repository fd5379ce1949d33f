import type { Workbox } from "workbox-window";
import type { ReadStore } from "@/lib/phone/phone";

/**
 * none: this is the newest version that reached the phone.
 * waiting: a newer one is on the phone, complete, and starts when the person says so.
 */
export type AppUpdate = "none" | "waiting";

let state: AppUpdate = "none";
let apply: () => void = () => {};
const listeners = new Set<() => void>();

export const appUpdate: ReadStore<AppUpdate> = {
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: () => state,
};

/** Starts the waiting version and loads this page anew; other tabs go on undisturbed until they load a page. */
export function applyAppUpdate(): void {
  apply();
}

/** Registers the service worker, looks for a newer one whenever the person comes back, and says when one waits. */
export async function keepAppCurrent(): Promise<void> {
  const retired = await retiredBuilds();
  if (retired.includes(process.env.NEXT_PUBLIC_APP_VERSION ?? "")) return removeWorker();
  const { Workbox } = await import("workbox-window");
  const worker = new Workbox("/sw.js", { updateViaCache: "none" });
  worker.addEventListener("waiting", () => offer(() => activate(worker)));
  await worker.register({ immediate: true });
  const look = () => void (document.visibilityState === "visible" && worker.update().catch(() => {})); // no network: next time
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  look();
}

function offer(action: () => void): void {
  apply = action;
  state = "waiting";
  for (const listener of listeners) listener();
}

function activate(worker: Workbox): void {
  worker.addEventListener("controlling", () => window.location.reload());
  worker.messageSkipWaiting();
}

async function retiredBuilds(): Promise<readonly unknown[]> {
  try {
    const response = await fetch("/version.json", { cache: "no-store" });
    const version = (await response.json()) as { retire?: unknown };
    return Array.isArray(version.retire) ? version.retire : [];
  } catch {
    return []; // no network, or a captive portal's page
  }
}

/** The build of this page is known to be broken; what people wrote is in IndexedDB and stays. */
async function removeWorker(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  if (navigator.serviceWorker.controller) offer(() => window.location.reload());
}
