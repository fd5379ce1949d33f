import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import type { LockedPerson } from "../opening";
import { isPinRow, nameOf, type PinRow } from "./keys";
import { countUnsent, ownerOfLost } from "./lost-rows";
import { triesOf } from "./tries";

/** Everybody with a key on this phone, by name. Of their work only how much is not sent. */
export async function peopleHere(storage: Storage, { crypto, now }: Pick<PhoneEnvironment, "crypto" | "now">): Promise<LockedPerson[]> {
  const rows = (await storage.use((database) => database.keys.toArray())).filter(isPinRow).filter(({ id }) => ownerOfLost(id) === undefined);
  const read = async (row: PinRow): Promise<LockedPerson> => {
    const [{ left, waitUntil }, name, unsent] = await Promise.all([
      triesOf(row.id, now(), storage),
      nameOf(row, storage, crypto),
      storage.use((database) => countUnsent(database, row.id)),
    ]);
    return { id: row.id, name, unsent, ...(waitUntil ? { waitUntil } : {}), ...(left === 0 || row.isSignedOut ? { mustSignIn: true } : {}) };
  };
  return (await Promise.all(rows.map(read))).sort((a, b) => a.name.localeCompare(b.name, "vi") || (a.id < b.id ? -1 : 1));
}
