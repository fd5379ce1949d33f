import type { Workbox } from "workbox-window";

/**
 * Registers the service worker and looks for a newer version whenever the person comes back. One that waits,
 * complete on the phone, is offered: taking it loads this page anew, other tabs go on until they load a page.
 */
export async function keepAppCurrent(offer: (take: () => void) => void): Promise<void> {
  const retired = await retiredBuilds();
  if (retired.includes(process.env.NEXT_PUBLIC_APP_VERSION)) return removeWorker();
  const { Workbox } = await import("workbox-window");
  const worker = new Workbox("/sw.js", { updateViaCache: "none" });
  worker.addEventListener("waiting", () => offer(() => void take(worker)));
  await worker.register({ immediate: true });
  const look = () => {
    if (document.visibilityState === "visible") worker.update().catch(() => {}); // no network: next time
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  look();
}

/** The earlier worker may hold it back while it answers something: whoever went on meanwhile is not interrupted. */
async function take(worker: Workbox): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return window.location.reload(); // another tab took it, or it came late
  const { pathname } = window.location;
  worker.addEventListener("controlling", () => {
    if (window.location.pathname === pathname) window.location.reload();
  });
  worker.messageSkipWaiting();
}

/** Builds that were found broken in the field. */
async function retiredBuilds(): Promise<readonly unknown[]> {
  try {
    const response = await fetch("/version.json", { cache: "no-store" });
    const version = (await response.json()) as { retire?: unknown };
    return Array.isArray(version.retire) ? version.retire : [];
  } catch {
    return []; // no network, or a captive portal's page
  }
}

/** The next load comes from the server. What people wrote is in IndexedDB, which stays as it is. */
async function removeWorker(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
