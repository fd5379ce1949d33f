import { setTimeout as sleep } from "node:timers/promises";
import { explain } from "./failure.mjs";

/**
 * Keeps a service running: starts it again when it ends by itself, after 1 s, then 2, 4 … 30 s, and after 1 s
 * again once it has run for a minute.
 *
 * @template {{ exited: Promise<unknown>, stop: () => Promise<void> }} Service
 * @param {string} name "The web server"
 * @param {() => Promise<Service>} start fails when the service does not come up
 * @returns {Promise<Service & { stop: () => Promise<void> }>} after the first start; `stop` ends it for good
 */
export async function supervise(name, start, { firstDelay = 1_000, longestDelay = 30_000, calmAfter = 60_000 } = {}) {
  const stopping = new AbortController();
  const first = await start();
  let current = first;
  let delay = firstDelay;
  const watching = watch();

  async function watch() {
    while (!stopping.signal.aborted) {
      const began = Date.now();
      await current?.exited;
      if (stopping.signal.aborted) return;
      if (Date.now() - began > calmAfter) delay = firstDelay;
      console.error(`${name} ended unexpectedly; starting it again in ${delay / 1000} s.`);
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {});
      delay = Math.min(delay * 2, longestDelay);
      if (!stopping.signal.aborted) current = await start().catch((error) => void console.error(explain(error)));
    }
  }

  async function stop() {
    stopping.abort();
    await current?.stop();
    await watching;
    await current?.stop(); // one that was being started meanwhile
  }

  return { ...first, stop };
}
