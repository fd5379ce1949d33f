/**
 * The way out of a worker that turns out to be broken: the server's version.json names its build, and it removes
 * itself and its caches. What people wrote is in IndexedDB, which this never touches.
 */
export async function retireIfAsked(registration: ServiceWorkerRegistration, version: string): Promise<void> {
  const asked = await fetch("/version.json", { cache: "no-store" })
    .then((response) => response.json() as Promise<{ retire?: unknown }>)
    .catch(() => undefined); // no network, or a captive portal's page
  if (!Array.isArray(asked?.retire) || !asked.retire.includes(version)) return;
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
}
