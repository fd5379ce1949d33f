import "server-only";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";

/**
 * Which of these commands of the person are not in the ledger: an earlier backup was restored, or they were
 * never sent. In the order asked. Refused commands are in the ledger too.
 */
export async function findMissingCommands({ actor }: Pick<Person, "actor">, commandIds: readonly string[]): Promise<string[]> {
  if (commandIds.length === 0) return [];
  const rows = await withActor(actor, (tx) => tx.$queryRaw<{ id: string }[]>`
    select id from command_log where id = any (${[...commandIds]}::uuid[]) and actor_id = ${actor.userId}::uuid`);
  const present = new Set(rows.map(({ id }) => id));
  return commandIds.filter((id) => !present.has(id));
}
