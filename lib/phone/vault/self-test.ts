import { writeMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import { rowVersion } from "../database/phone-database";
import type { PhoneEnvironment } from "../device/environment";
import { isPinRow, newDataKey, quickDerivation, sealedOff, unwrapWithPin, wrapWithPin } from "./keys";
import { openVault, type Place } from "./vault";

const nobody = "self-test";
const pin = "000000";
/** Nothing is protected here; only that the browser can do it. */
const iterations = 1_000;
const place: Place = { table: "people", part: "selfTest", id: nobody, schemaVersion: rowVersion };

/**
 * On the first run, before anybody trusts the phone with anything: write, close, open again, decrypt. Some
 * browsers (private windows, older Safari) store keys and give back something else.
 */
export async function storageKeepsKeys(storage: Storage, { crypto }: PhoneEnvironment): Promise<boolean> {
  try {
    const key = await newDataKey(crypto);
    const row = await wrapWithPin(key, { id: nobody, name: nobody, pin }, storage, crypto, quickDerivation(crypto, iterations));
    const sealed = await openVault(nobody, await sealedOff(key, crypto), crypto).seal(place, nobody);
    await storage.use((database) =>
      database.transaction("rw", database.keys, database.people, async () => {
        await database.keys.put(row);
        await database.people.put({ id: nobody, schemaVersion: rowVersion, sealed });
      }),
    );
    await storage.reopen();
    if (!(await opens(storage, crypto))) return false;
    await storage.use((database) =>
      database.transaction("rw", [database.people, database.keys, database.meta], async () => {
        await database.people.delete(nobody);
        await database.keys.delete(nobody);
        await writeMeta(database, "self-test", "passed");
      }),
    );
    return true;
  } catch {
    return false;
  }
}

async function opens(storage: Storage, crypto: PhoneEnvironment["crypto"]): Promise<boolean> {
  const [row, person] = await storage.use((database) => Promise.all([database.keys.get(nobody), database.people.get(nobody)]));
  const key = isPinRow(row) ? await unwrapWithPin(row, pin, storage, crypto, quickDerivation(crypto, iterations)) : undefined;
  return key !== undefined && person !== undefined && (await openVault(nobody, key, crypto).unseal<string>(place, person.sealed)) === nobody;
}
