import type { OutboxRow } from "../database/phone-database";
import type { PersonalStorage } from "../entries/personal-storage";
import { isUnsent } from "../outbox/unsent";
import { readQueue } from "../outbox/read-queue";
import { keepRecoverable } from "./keep-recoverable";

const atOnce = 25;

/**
 * Seals to the server's key what was saved before that key was known here, or to one that is no longer the server's.
 * May be stopped anywhere and begun again.
 */
export async function sealWaiting(personal: PersonalStorage): Promise<void> {
  const { storage, ownerId } = personal;
  const { waiting, refused } = await storage.use((database) => readQueue(database, ownerId));
  const rows = [...waiting, ...refused];
  for (let start = 0; start < rows.length; start += atOnce) {
    const slice = rows.slice(start, start + atOnce);
    const sealed = await Promise.all(slice.map((row) => keepRecoverable(row, personal)));
    const changed = sealed.filter((row, index) => row !== slice[index]);
    if (changed.length > 0) await store(changed, personal);
  }
}

/** What was sent meanwhile needs no seal any more. */
function store(rows: readonly OutboxRow[], { storage }: PersonalStorage): Promise<void> {
  return storage.use((database) =>
    database.transaction("rw", database.outbox, async () => {
      const current = await database.outbox.bulkGet(rows.map(({ id }) => id));
      await database.outbox.bulkPut(rows.flatMap(({ recovery }, index) => {
        const row = current[index];
        return row && recovery && isUnsent(row) ? [{ ...row, recovery }] : [];
      }));
    }),
  );
}
