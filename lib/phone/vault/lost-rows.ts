import type { OutboxState, PhoneDatabase } from "../database/phone-database";

const lost = ":lost:";

/**
 * What a forgotten PIN leaves behind that the server does not have: the rows go to an owner that nobody is, and stay
 * there with their key, sealed, until the server has taken its copies of them (`recovery`).
 */
export const lostOwnerOf = (personId: string, newId: string) => `${personId}${lost}${newId}`;

/** The person whose rows, or whose former key, these were; undefined for what is in use. */
export function ownerOfLost(ownerId: string): string | undefined {
  const at = ownerId.indexOf(lost);
  return at < 0 ? undefined : ownerId.slice(0, at);
}

/**
 * Within a transaction over all tables: takes a person's sealed rows out of the way of a new key. What the server has
 * comes again from the feed; half-typed forms are gone; what is unsent is kept aside, with its key.
 */
export async function setAside(database: PhoneDatabase, personId: string, newId: string): Promise<void> {
  const own = (state: OutboxState) => rowsOf(database, personId, state);
  const unsent = [...(await own("waiting").toArray()), ...(await own("refused").toArray())];
  const key = await database.keys.get(personId);
  if (unsent.length > 0 && key) {
    const aside = lostOwnerOf(personId, newId);
    await database.outbox.bulkPut(unsent.map((row) => ({ ...row, ownerId: aside })));
    await database.keys.put({ ...key, id: aside });
  }
  for (const state of ["delivered", "replaced"] as const) await own(state).delete();
  for (const table of [database.entries, database.documents, database.drafts]) await table.where("ownerId").equals(personId).delete();
  await database.packs.where("[ownerId+campaignId]").between([personId, ""], [personId, "\uffff"]).delete();
  await database.meta.filter(({ key }) => key.includes(personId)).delete();
}

/** How many rows of a person are here and nowhere else, with those that a forgotten PIN left behind. */
export async function countUnsent(database: PhoneDatabase, personId: string): Promise<number> {
  const owners = [personId, ...(await database.keys.toCollection().primaryKeys()).filter((id) => ownerOfLost(id) === personId)];
  const counts = owners.flatMap((owner) => [rowsOf(database, owner, "waiting").count(), rowsOf(database, owner, "refused").count()]);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

function rowsOf(database: PhoneDatabase, ownerId: string, state: OutboxState) {
  return database.outbox.where("[ownerId+state+sequence]").between([ownerId, state, -Infinity], [ownerId, state, Infinity]);
}
