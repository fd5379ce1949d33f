import { Command } from "../../domain/command/command";
import { ok, type Result } from "../../domain/result";
import type { Briefing } from "../../protocol/briefing";
import type { TransportProblem } from "../../protocol/client";
import type { ReturnedCommand } from "../../protocol/recovered-commands";
import { protocolVersion } from "../../protocol/version";
import { changeEntries, type EntryChange, type KnownEntry } from "../entries/change-entries";
import type { SyncSession } from "../sync/session";
import { authorsViewAfter } from "./authors-view";

/**
 * What another phone of the person's brought without them and was refused (the phone was revoked, or they could not sign
 * in) becomes their own to look at here: it waits like any command, and gets its answer again. The server forgets it
 * once it is stored. What changes an entry that is not known here yet comes next time.
 * @returns how many came
 */
export async function takeReturned(session: SyncSession, briefing: Briefing): Promise<Result<number, TransportProblem>> {
  let count = 0;
  for (let taken: string[] = []; ; ) {
    const device = await session.manifest();
    session.step();
    const answer = await session.client.sendRecovered({ protocol: protocolVersion, device, rows: [], taken });
    session.step();
    if (!answer.ok) return answer;
    taken = await store(answer.value.returned ?? [], briefing, session);
    if (taken.length === 0) return ok(count);
    count += taken.length;
  }
}

/** @returns ids of what is on this phone now */
async function store(returned: readonly ReturnedCommand[], briefing: Briefing, { personal }: SyncSession): Promise<string[]> {
  for (const { commandId, command } of returned) {
    const parsed = Command.safeParse(command);
    if (!parsed.success || parsed.data.id !== commandId) continue;
    const add = (_: string, { document, commands }: KnownEntry): EntryChange | undefined => {
      const view = authorsViewAfter(document, parsed.data, briefing);
      return view && !commands.some(({ id }) => id === commandId) ? { document: view, command: parsed.data } : undefined;
    };
    await changeEntries([parsed.data.entryId], add, personal);
  }
  const ids = returned.map(({ commandId }) => commandId);
  const rows = await personal.storage.use((database) => database.outbox.bulkGet(ids));
  return ids.filter((_, index) => rows[index]?.ownerId === personal.ownerId);
}
