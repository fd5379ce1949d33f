import { readMeta, writeMeta } from "../database/meta";
import type { PhoneDatabase } from "../database/phone-database";
import type { Storage } from "../database/storage";
import { isUnsent } from "../outbox/unsent";

/** Longer than this without an answer of the server, what came from it is destroyed: a lost phone hears no order. */
export const maxOfflineDays = 30;

/**
 * How long the server was not heard. The phone's clock may be set back and forth, so only its way forward is added up,
 * from one look at it to the next: setting it back wins no time.
 */
export type OfflineTime = { readonly seenAt: number; readonly ms: number; readonly isTooLong?: true };

const dayMs = 24 * 60 * 60 * 1000;
/** Writing down every minute that passes would wear on the phone for nothing. */
const worthNotingMs = 10 * 60 * 1000;

/** The server has answered this person: the count begins anew. */
export async function noteHeard(personId: string, now: number, storage: Storage): Promise<void> {
  const known = await storage.use((database) => readMeta(database, `offline:${personId}`));
  if (known && known.ms === 0 && Math.abs(now - known.seenAt) < worthNotingMs) return;
  await storage.use((database) => writeMeta(database, `offline:${personId}`, { ...known, seenAt: now, ms: 0 }));
}

/** What was destroyed has come again. */
export function noteComplete(personId: string, now: number, storage: Storage): Promise<unknown> {
  return storage.use((database) => writeMeta(database, `offline:${personId}`, { seenAt: now, ms: 0 }));
}

/**
 * Looks at the clock for everybody who works here, and destroys what came from the server for whom it is too long.
 * Needs no key, so it goes before anybody unlocks; unsent work and half-typed forms stay as they are.
 */
export async function destroyTooOld(storage: Storage, now: number): Promise<void> {
  await storage.use((database) =>
    database.transaction("rw", [database.people, database.meta, database.entries, database.documents, database.outbox, database.packs], async () => {
      for (const personId of await database.people.toCollection().primaryKeys()) {
        const known = await readMeta(database, `offline:${personId}`);
        const ms = (known?.ms ?? 0) + Math.max(0, now - (known?.seenAt ?? now));
        const isTooLong = ms > maxOfflineDays * dayMs;
        await writeMeta(database, `offline:${personId}`, { seenAt: now, ms, ...(isTooLong || known?.isTooLong ? { isTooLong: true } : {}) });
        if (isTooLong) await destroy(database, personId);
      }
    }),
  );
}

/** What was unsent when the rest went can still be opened; the feed brings the rest again, from its beginning. */
async function destroy(database: PhoneDatabase, personId: string): Promise<void> {
  const rows = await database.outbox.where("[ownerId+state+sequence]").between([personId], [personId, []]).toArray();
  const staying = new Set(rows.filter(isUnsent).map(({ entryId }) => entryId));
  const ids = await database.entries.where("ownerId").equals(personId).primaryKeys();
  const going = ids.filter((id) => !staying.has(id));
  await database.entries.bulkDelete(going);
  await database.documents.bulkDelete(going);
  await database.outbox.bulkDelete(rows.filter((row) => !isUnsent(row)).map(({ id }) => id));
  await database.packs.where("[ownerId+campaignId]").between([personId, ""], [personId, "\uffff"]).delete();
  await database.meta.delete(`cursor:${personId}`);
  await database.meta.where("key").startsWith(`pack:${personId}:`).delete();
}
