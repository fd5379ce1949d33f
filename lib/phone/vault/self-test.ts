import type { Storage } from "../database/storage";
import { rowVersion } from "../database/phone-database";
import type { PhoneEnvironment } from "../device/environment";
import { vaultOf } from "./keys";
import type { Place } from "./vault";

const nobody = "self-test";
const place: Place = { table: "people", part: "selfTest", id: nobody, schemaVersion: rowVersion };

/**
 * On the first run, before anybody trusts the phone with anything: write, close, open again, decrypt. Some
 * browsers (private windows, older Safari) store keys and give back something else.
 */
export async function storageKeepsKeys(storage: Storage, environment: PhoneEnvironment): Promise<boolean> {
  if (await storage.use((database) => database.meta.get(nobody))) return true;
  try {
    const sealed = await (await vaultOf(nobody, storage, environment.crypto)).seal(place, nobody);
    await storage.use((database) => database.people.put({ id: nobody, schemaVersion: rowVersion, sealed }));
    await storage.reopen();
    if (!(await opens(storage, environment))) return false;
    await storage.use((database) =>
      database.transaction("rw", [database.people, database.keys, database.meta], async () => {
        await database.people.delete(nobody);
        await database.keys.delete(nobody);
        await database.meta.put({ key: nobody, value: "passed" });
      }),
    );
    return true;
  } catch {
    return false;
  }
}

async function opens(storage: Storage, { crypto }: PhoneEnvironment): Promise<boolean> {
  const row = await storage.use((database) => database.people.get(nobody));
  const vault = await vaultOf(nobody, storage, crypto);
  return row !== undefined && (await vault.unseal<string>(place, row.sealed)) === nobody;
}
