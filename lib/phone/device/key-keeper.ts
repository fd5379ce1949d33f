import type { KeyKeeper } from "./environment";
import { markLocked, markOpen } from "./open-mark";

/** A worker that runs always answers; only one that is broken is given up. */
const givenUpAfterMs = 5_000;
const stepMs = 250;
/** Browsers end a worker that hears nothing for half a minute. */
const remindEveryMs = 15_000;

type Held = NonNullable<Awaited<ReturnType<KeyKeeper["ask"]>>>;

/**
 * The key in the service worker's memory while somebody works, so that a reload or another tab does not ask for the PIN
 * again; see lib/service-worker/kept-key.ts. Never on the disk, and gone soon after the last page. So long the desk is open too.
 */
export function workerKeyKeeper(): KeyKeeper {
  const workers = navigator.serviceWorker;
  let reminding: ReturnType<typeof setInterval> | undefined;
  let remind = () => {};
  // a worker that comes later, or a newer one
  workers?.addEventListener("controllerchange", () => remind());
  const say = (message: object, transfer: Transferable[] = []) => workers?.controller?.postMessage({ type: "KEY", ...message }, transfer);
  return {
    hold: (personId, key) => {
      remind = () => {
        markOpen(personId);
        say({ held: { personId, key } });
      };
      remind();
      clearInterval(reminding);
      reminding = setInterval(() => remind(), remindEveryMs);
    },
    forget: () => {
      remind = () => {};
      clearInterval(reminding);
      markLocked();
      say({ forget: true });
    },
    ask: () =>
      new Promise((resolve) => {
        if (!workers?.controller) return resolve(undefined);
        const { port1, port2 } = new MessageChannel();
        let steps = givenUpAfterMs / stepMs;
        const settle = (held: Held | undefined) => {
          clearInterval(waiting);
          resolve(held);
        };
        // In steps: while a slow phone brings the page to life, the answer can't be read, and no time counts.
        const waiting = setInterval(() => (steps -= 1) <= 0 && settle(undefined), stepMs);
        port1.onmessage = ({ data }: MessageEvent<Held | undefined>) => settle(data);
        say({}, [port2]);
      }),
  };
}
