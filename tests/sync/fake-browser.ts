import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from "fake-indexeddb";
import { openPhoneWith } from "@/lib/phone/open-phone";
import type { Channel, KeyKeeper, Locks, PhoneEnvironment } from "@/lib/phone/device/environment";
import type { Door } from "@/lib/phone/door/door";
import { loadNetwork } from "@/lib/phone/sync/load-network";
import { derivePinKey } from "@/lib/phone/vault/derive-pin-key";
import { loadLocksmith } from "@/lib/phone/vault/load-locksmith";
import { ownerOfLost } from "@/lib/phone/vault/lost-rows";
import type { Fetch } from "@/lib/protocol/client";
import type { Activity } from "./activity";
import { createLife, type Life } from "./mortal";
import { mortalIndexedDb } from "./mortal-indexed-db";
import type { Random } from "./random";
import type { VirtualTime } from "./virtual-time";

// Loaded before anything runs: virtual time must not pass while code is being fetched.
await Promise.all([loadNetwork(), loadLocksmith(), import("@/lib/phone/entries/open-entry")]);

/** One phone: its disk, its clock and its tabs. Only the disk and the clock outlive a kill. */
export type FakeBrowser = {
  openTab(): Tab;
  /** The phone's clock is set forward or back. */
  jumpClock(byMs: number): void;
  now(): number;
  /** From now on writing fails like on a full disk. */
  fillDisk(isFull: boolean): void;
  /** The browser ends its service worker, and the key in its memory goes. */
  endWorker(): void;
  /** Ids of a person's entries of which something waits for the server to open it, as it rests on the disk. */
  waitingForServer(personId: string): Promise<Set<string>>;
  /** The system ends every connection to the storage, as iOS does to apps in the background. */
  dropConnections(): void;
  readonly indexedDB: IDBFactory;
  /** What the library reported as a failure that nobody expected. */
  readonly faults: unknown[];
};

export type Tab = {
  readonly environment: PhoneEnvironment;
  readonly door: Door;
  readonly life: Life;
  /** The app comes to the front, or the network comes back. */
  wake(): void;
  /** Somebody looks at the app, looks away, touches it. Until then nobody is said to, and nothing locks by itself. */
  use(use: "shown" | "hidden" | "touched"): void;
};

export type FakeBrowserOptions = {
  readonly name: string;
  readonly time: VirtualTime;
  readonly activity: Activity;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly origin?: string;
  readonly startsAt?: number;
  readonly requestTimeoutMs?: number;
};

export function createFakeBrowser(options: FakeBrowserOptions): FakeBrowser {
  const { name, time, activity, random, fetch, origin = "http://phone.test", requestTimeoutMs = 10_000 } = options;
  const disk = new FakeFactory();
  const locks = createLocks();
  const tabs = new Set<(message: unknown) => void>();
  const connections = new Set<IDBDatabase>();
  const faults: unknown[] = [];
  const keyKeeper = createKeyKeeper();
  let clock = options.startsAt ?? Date.parse("2026-08-07T03:00:00.000Z");
  let isFull = false;
  const now = () => clock + time.elapsed();

  const openTab = (): Tab => {
    const life = createLife(activity);
    const wakers = new Set<() => void>();
    const watchers = new Set<Parameters<PhoneEnvironment["watchUse"]>[0]>();
    const crypto = mortalCrypto(life);
    const environment: PhoneEnvironment = {
      indexedDB: mortalIndexedDb(disk, life, activity, {
        opened: (database) => connections.add(database),
        failWrite: () => (isFull ? quotaExceeded() : undefined),
      }),
      keyRange: FakeKeyRange,
      databaseName: name,
      crypto,
      fetch: (url, init) => life.survive(() => fetch(url, init)),
      origin,
      requestTimeoutMs,
      appVersion: "test",
      now,
      random: random.next,
      timers: {
        start: (callback, delayMs) => time.start(() => void (life.isOver() || callback()), delayMs),
        cancel: time.cancel,
      },
      locks: locks.of(life),
      openChannel: (receive) => openChannel(receive, tabs, life),
      device: { isInstalled: () => true, isPersisted: async () => true, persist: async () => true },
      onWake: (listener) => {
        wakers.add(listener);
        return () => void wakers.delete(listener);
      },
      isVisible: () => true,
      whenFree: (work) => {
        work();
        return () => undefined;
      },
      derivePinKey: (pin, salt, iterations) => derivePinKey(pin, salt, iterations, crypto.subtle),
      pinIterations: 10,
      keyKeeper: {
        hold: (personId, key) => void (life.isOver() || keyKeeper.hold(personId, key)),
        ask: () => life.survive(keyKeeper.ask),
        forget: () => void (life.isOver() || keyKeeper.forget()),
      },
      watchUse: (listener) => {
        watchers.add(listener);
        return () => void watchers.delete(listener);
      },
      reportFault: (cause) => void (life.isOver() || faults.push(cause)),
    };
    return {
      environment,
      door: openPhoneWith(environment),
      life,
      wake: () => [...wakers].forEach((waker) => waker()),
      use: (use) => [...watchers].forEach((watcher) => watcher(use)),
    };
  };
  return {
    openTab,
    jumpClock: (byMs) => void (clock += byMs),
    now,
    fillDisk: (full) => void (isFull = full),
    endWorker: keyKeeper.forget,
    waitingForServer: (personId) => activity.track(readLostEntries(disk, name, personId)),
    dropConnections: () => connections.forEach((connection) => connection.close()),
    indexedDB: disk,
    faults,
  };
}

function quotaExceeded(): Error {
  return new DOMException("The quota has been exceeded.", "QuotaExceededError");
}

function readLostEntries(disk: IDBFactory, name: string, personId: string): Promise<Set<string>> {
  return new Promise((resolve, reject) => {
    const request = disk.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const rows = database.transaction("outbox").objectStore("outbox").getAll();
      rows.onsuccess = () => {
        database.close();
        resolve(new Set(rows.result.filter(({ ownerId }) => ownerOfLost(ownerId) === personId).map(({ entryId }) => entryId)));
      };
    };
  });
}

/** A service worker's memory: outlives tabs. */
function createKeyKeeper(): KeyKeeper {
  let held: Awaited<ReturnType<KeyKeeper["ask"]>>;
  return {
    hold: (personId, key) => void (held = { personId, key }),
    ask: async () => held,
    forget: () => void (held = undefined),
  };
}

/** Every use of the cipher is a step at which the app may be killed. */
function mortalCrypto(life: Life): PhoneEnvironment["crypto"] {
  const { subtle } = globalThis.crypto;
  return {
    getRandomValues: globalThis.crypto.getRandomValues.bind(globalThis.crypto),
    subtle: new Proxy(subtle, {
      get: (target, method) => {
        const original = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => life.survive(() => original.apply(target, args));
      },
    }),
  };
}

function openChannel(receive: (message: unknown) => void, tabs: Set<(message: unknown) => void>, life: Life): Channel {
  const hear = (message: unknown) => setImmediate(() => void (life.isOver() || !tabs.has(hear) || receive(message)));
  tabs.add(hear);
  life.onDeath(() => tabs.delete(hear));
  return {
    send: (message) => [...tabs].filter((tab) => tab !== hear).forEach((tab) => tab(structuredClone(message))),
    close: () => void tabs.delete(hear),
  };
}

/** Web Locks of one phone: a lock ends with its work, with its tab, or when another tab steals it. */
function createLocks() {
  const heldBy = new Map<string, { readonly stolen: () => void }>();
  const of = (life: Life): Locks => ({
    request: (name, { steal }, work) =>
      new Promise((resolve, reject) => {
        if (heldBy.has(name) && !steal) return void work(null).then(resolve, reject);
        heldBy.get(name)?.stolen();
        const hold = { stolen: () => reject(new DOMException("Stolen", "AbortError")) };
        heldBy.set(name, hold);
        const release = () => void (heldBy.get(name) === hold && heldBy.delete(name));
        const forget = life.onDeath(release);
        void work({ name })
          .then(resolve, reject)
          .finally(() => {
            release();
            forget();
          });
      }),
  });
  return { of };
}
