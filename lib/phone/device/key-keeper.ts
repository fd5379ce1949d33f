import type { KeyKeeper } from "./environment";

/** Far more than it takes; a page that is still coming to life may read the answer late. */
const answersWithinMs = 1_000;
/** Browsers end a worker that hears nothing for half a minute. */
const remindEveryMs = 15_000;

type Held = NonNullable<Awaited<ReturnType<KeyKeeper["ask"]>>>;

/**
 * The key in the service worker's memory while somebody works, so that a reload or another tab does not ask for the PIN
 * again; see lib/service-worker/kept-key.ts. Never on the disk, and gone soon after the last page.
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
      remind = () => say({ held: { personId, key } });
      remind();
      clearInterval(reminding);
      reminding = setInterval(() => remind(), remindEveryMs);
    },
    forget: () => {
      remind = () => {};
      clearInterval(reminding);
      say({ forget: true });
    },
    ask: () =>
      new Promise((resolve) => {
        if (!workers?.controller) return resolve(undefined);
        const { port1, port2 } = new MessageChannel();
        setTimeout(() => resolve(undefined), answersWithinMs);
        port1.onmessage = ({ data }: MessageEvent<Held | undefined>) => resolve(data);
        say({}, [port2]);
      }),
  };
}
