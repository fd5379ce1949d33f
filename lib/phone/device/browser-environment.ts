import type { Channel, DeviceFacts, PhoneEnvironment } from "./environment";
import { pinIterations } from "../vault/pin";
import { isInstalled } from "./is-installed";
import { workerKeyKeeper } from "./key-keeper";
import { watchUse } from "./watch-use";
import { whenFree } from "./when-free";

const requestTimeoutMs = 30_000;

/** The environment of a page. Touches nothing until it is called. */
export function browserEnvironment(appVersion: string): PhoneEnvironment {
  return {
    indexedDB,
    keyRange: IDBKeyRange,
    databaseName: "tinh-nguyen-so",
    crypto,
    fetch: (url, init) => fetch(url, init),
    origin: location.origin,
    requestTimeoutMs,
    appVersion,
    now: () => Date.now(),
    random: () => Math.random(),
    timers: {
      start: (callback, delayMs) => setTimeout(callback, delayMs),
      cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    },
    locks: navigator.locks && {
      request: (name, options, work) => navigator.locks.request(name, options, work),
    },
    openChannel,
    device,
    onWake,
    isVisible: () => document.visibilityState === "visible",
    whenFree,
    derivePinKey: async (pin, salt, iterations) => (await import("../vault/derive-in-worker")).deriveInWorker({ pin, salt, iterations }),
    pinIterations,
    keyKeeper: workerKeyKeeper(),
    watchUse,
    reportFault: (cause) => console.error(cause),
  };
}

function openChannel(receive: (message: unknown) => void): Channel {
  const channel = new BroadcastChannel("tinh-nguyen-so");
  channel.onmessage = ({ data }) => receive(data);
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}

const device: DeviceFacts = {
  isInstalled,
  isPersisted: async () => (await navigator.storage?.persisted?.()) ?? false,
  persist: async () => (await navigator.storage?.persist?.()) ?? false,
};

/** `navigator.onLine` is only a hint, so going online wakes but being offline stops nothing. */
function onWake(listener: () => void): () => void {
  const whenVisible = () => document.visibilityState === "visible" && listener();
  window.addEventListener("online", listener);
  window.addEventListener("pageshow", listener);
  document.addEventListener("visibilitychange", whenVisible);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("pageshow", listener);
    document.removeEventListener("visibilitychange", whenVisible);
  };
}
