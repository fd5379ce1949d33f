import type { OutboxRow, PhoneDatabase } from "../database/phone-database";

/** Unsent rows of a person in the order saved. */
export async function readQueue(database: PhoneDatabase, ownerId: string) {
  const inState = (state: OutboxRow["state"]) =>
    database.outbox
      .where("[ownerId+state+sequence]")
      .between([ownerId, state, -Infinity], [ownerId, state, Infinity])
      .toArray();
  const [waiting, refused] = await database.transaction("r", database.outbox, () =>
    Promise.all([inState("waiting"), inState("refused")]),
  );
  return { waiting, refused };
}
