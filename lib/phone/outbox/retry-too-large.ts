import { changeEntries } from "../entries/change-entries";
import type { PersonalStorage } from "../entries/personal-storage";
import type { OutboxRow } from "../database/phone-database";
import { readQueue } from "./read-queue";

/** A command that was too large may pass another network: a person who asks to try again gets that try. */
export async function retryTooLarge(personal: PersonalStorage): Promise<void> {
  const { refused } = await personal.storage.use((database) => readQueue(database, personal.ownerId));
  await changeEntries(
    refused.filter(isTooLarge).map(({ entryId }) => entryId),
    (_, { document, commands }) => {
      const rows = commands.filter((row) => row.state === "refused" && isTooLarge(row));
      if (!document || rows.length === 0) return undefined;
      return { document, rows: rows.map(({ refusal: _refusal, ...row }) => ({ ...row, state: "waiting" })) };
    },
    personal,
  );
}

function isTooLarge({ refusal }: OutboxRow): boolean {
  return refusal?.code === "tooLarge";
}
