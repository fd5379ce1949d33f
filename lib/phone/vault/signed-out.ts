import { writeMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import { isPinRow } from "./keys";
import { settleTries } from "./tries";

/** From now on this person's PIN opens nothing here, until they have signed in. */
export function signOutHere(personId: string, storage: Storage): Promise<void> {
  return storage.use((database) =>
    database.transaction("rw", database.keys, database.meta, async () => {
      await writeMeta(database, "signedIn", null);
      const row = await database.keys.get(personId);
      if (isPinRow(row)) await database.keys.put({ ...row, isSignedOut: true });
    }),
  );
}

/** The server knows them: the PIN counts again, with all its tries. */
export function welcomeBack(personId: string, storage: Storage): Promise<void> {
  return storage.use((database) =>
    database.transaction("rw", database.keys, database.meta, async () => {
      await writeMeta(database, "signedIn", personId);
      await settleTries(personId, database);
      const row = await database.keys.get(personId);
      if (!isPinRow(row)) return;
      const { isSignedOut: _, ...back } = row;
      await database.keys.put(back);
    }),
  );
}
