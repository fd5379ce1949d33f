import { writeMeta } from "../database/meta";
import type { KeyRow } from "../database/phone-database";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { newId } from "../device/new-id";
import type { Newcomer } from "../people/newcomer";
import { personRow } from "../people/person";
import { sealedOff, wrapWithPin } from "./keys";
import { setAside } from "./lost-rows";
import { settleTries } from "./tries";
import { openVault } from "./vault";

/** Somebody who has yet to choose a PIN; until then nothing of them is on the disk, or what was there stays as it is. */
export type Candidate = Newcomer & {
  /** Its bytes can still be read, to be wrapped. */
  readonly key: CryptoKey;
  /** The key's row as it was: another tab may have been faster. */
  readonly replaces?: KeyRow;
  /** The same key in a new wrapping: what it sealed stays. */
  readonly isSameKey: boolean;
};

/** Key, person and "works here" become true together. Answers the key for work. */
export async function settleIn(candidate: Candidate, pin: string, storage: Storage, environment: PhoneEnvironment): Promise<CryptoKey> {
  const { crypto, now } = environment;
  const { person, key, replaces, isSameKey } = candidate;
  const usable = await sealedOff(key, crypto);
  const row = await wrapWithPin(key, { id: person.id, name: person.name, pin }, storage, crypto, environment);
  const vault = openVault(person.id, usable, crypto);
  const [known, alsoKnown] = await Promise.all([personRow(vault, person.briefing), candidate.alsoKnown?.(vault) ?? []]);
  const aside = newId(now(), crypto);
  await storage.use((database) =>
    database.transaction("rw", database.tables, async () => {
      if (!isSame(await database.keys.get(person.id), replaces)) throw new Error("The key has changed meanwhile");
      if (replaces && !isSameKey) await setAside(database, person.id, aside);
      await settleTries(person.id, database);
      await database.keys.put(row);
      await database.people.put(known);
      await database.meta.bulkPut([...alsoKnown]);
      await writeMeta(database, "signedIn", person.id);
    }),
  );
  return usable;
}

function isSame(row: KeyRow | undefined, other: KeyRow | undefined): boolean {
  const wrapped = (of: KeyRow | undefined) => (of && "wrapped" in of ? of.wrapped.join() : "");
  return wrapped(row) === wrapped(other);
}
