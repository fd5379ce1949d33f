import { readMeta, writeMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "./environment";
import { newId } from "./new-id";
import { createStore, type ReadStore } from "./store";

export type DeviceState = {
  readonly deviceId: string;
  readonly persisted: boolean;
  readonly installed: boolean;
  readonly clockOffsetMs: number;
};

export type Device = {
  readonly store: ReadStore<DeviceState>;
  /** Measures how far the phone's clock is off from an answer's server time. */
  measureClock(serverTime: string, sentAt: number): Promise<void>;
  /** Asks the browser to keep the data. */
  persist(): Promise<void>;
};

/** Smaller differences are the network's. */
const noticeableMs = 2_000;

export async function openDevice(storage: Storage, environment: PhoneEnvironment): Promise<Device> {
  const { device } = environment;
  const [deviceId, persisted, clockOffsetMs = 0] = await Promise.all([
    deviceIdOf(storage, environment),
    device.isPersisted(),
    storage.use((database) => readMeta(database, "clockOffsetMs")),
  ]);
  const store = createStore<DeviceState>({ deviceId, persisted, installed: device.isInstalled(), clockOffsetMs });
  return {
    store,
    measureClock: async (serverTime, sentAt) => {
      const clockOffsetMs = Math.round(Date.parse(serverTime) - (sentAt + environment.now()) / 2);
      const known = store.getSnapshot();
      if (Math.abs(clockOffsetMs - known.clockOffsetMs) < noticeableMs) return;
      await storage.use((database) => writeMeta(database, "clockOffsetMs", clockOffsetMs));
      store.set({ ...store.getSnapshot(), clockOffsetMs });
    },
    persist: async () => {
      const persisted = await device.persist();
      store.set({ ...store.getSnapshot(), persisted });
    },
  };
}

/** Two tabs may start at once: the first id stored is the phone's. */
async function deviceIdOf(storage: Storage, { crypto, now }: PhoneEnvironment): Promise<string> {
  const known = await storage.use((database) => readMeta(database, "deviceId"));
  if (known) return known;
  const made = newId(now(), crypto);
  return storage.use((database) =>
    database.transaction("rw", database.meta, async () => {
      const existing = await readMeta(database, "deviceId");
      if (existing) return existing;
      await writeMeta(database, "deviceId", made);
      return made;
    }),
  );
}
