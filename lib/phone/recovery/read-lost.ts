import type { OutboxRow, PhoneDatabase } from "../database/phone-database";
import { lostOwnerOf } from "../vault/lost-rows";

/** A person's unsent rows whose key went with a forgotten PIN, in the order saved: only the server can open them. */
export async function readLost(database: PhoneDatabase, personId: string): Promise<OutboxRow[]> {
  const rows = await database.outbox
    .where("[ownerId+state+sequence]")
    .between([lostOwnerOf(personId, "")], [lostOwnerOf(personId, "\uffff")])
    .toArray();
  return rows.sort((a, b) => a.sequence - b.sequence);
}
