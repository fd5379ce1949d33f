import { readMeta } from "../database/meta";
import { openStorage, type Storage } from "../database/storage";
import { openDevice, type Device } from "../device/device";
import type { PhoneEnvironment } from "../device/environment";
import type { PhoneOpening } from "../opening";
import { loadNetwork } from "../sync/load-network";
import { loadLocksmith } from "../vault/load-locksmith";

/** What is the phone's, whoever works on it. */
export type Place = { readonly storage: Storage; readonly device: Device };

export type PlaceOpening = { readonly state: "open"; readonly place: Place } | Extract<PhoneOpening, { state: "newerData" | "unavailable" }>;

/**
 * Opens the phone's storage. On the first run it is tried before anybody trusts it with anything.
 * @param toClose told of the storage as soon as there is one
 * @param onNewer told when another tab upgrades the database under this one
 */
export async function openPlace(environment: PhoneEnvironment, toClose: (storage: Storage) => void, onNewer: () => void): Promise<PlaceOpening> {
  const opened = await openStorage(environment, onNewer);
  if (opened.state === "unavailable") return opened;
  const { storage } = opened;
  toClose(storage);
  if (opened.state === "newer") {
    void sendWhatWaits(storage, environment).catch(environment.reportFault);
    return { state: "newerData" };
  }
  const hasPassed = await storage.use((database) => readMeta(database, "self-test"));
  if (!hasPassed && !(await (await loadLocksmith()).storageKeepsKeys(storage, environment))) return { state: "unavailable", reason: "selfTest" };
  return { state: "open", place: { storage, device: await openDevice(storage, environment) } };
}

async function sendWhatWaits(storage: Storage, environment: PhoneEnvironment): Promise<void> {
  const network = await loadNetwork();
  await network?.sendWithoutWriting(storage, environment);
}
