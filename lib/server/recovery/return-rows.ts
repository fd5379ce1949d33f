import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Verdict } from "@/lib/protocol/commands";
import type { RecoveredCommandsResponse } from "@/lib/protocol/recovered-commands";
import { openSeal } from "@/lib/server/crypto/server-key";
import { withActor } from "@/lib/server/database/with-actor";

const atOnce = 50;

/**
 * What other phones brought of the person's and could not be done, opened for the person alone. It comes again until
 * the phone says that it has stored it: only then it goes here. What can't be opened stays.
 */
export function returnRows(actor: Actor, taken: readonly string[]): Promise<NonNullable<RecoveredCommandsResponse["returned"]>> {
  return withActor(actor, async (tx) => {
    if (taken.length > 0) {
      await tx.$executeRaw`delete from recovered_command where owner_id = ${actor.userId}::uuid and command_id = any (${[...taken]}::uuid[])`;
    }
    const rows = await tx.$queryRaw<Row[]>`
      select command_id as "commandId", entry_id as "entryId", sealed, answer as verdict from recovered_command
      where owner_id = ${actor.userId}::uuid and answer ->> 'code' <> 'sealUnreadable' order by received_at, id limit ${atOnce}`;
    return rows.map(({ commandId, entryId, sealed, verdict }) => ({ commandId, entryId, verdict, command: openSeal(commandId, actor.userId, sealed) }));
  });
}

type Row = { commandId: string; entryId: string; sealed: Uint8Array; verdict: Verdict };
