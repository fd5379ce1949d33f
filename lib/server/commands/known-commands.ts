import "server-only";
import type { Verdict } from "@/lib/protocol/commands";
import type { Transaction } from "@/lib/server/database/with-actor";

/** A command that was decided before. */
export type KnownCommand = { readonly digest: Uint8Array; readonly verdict: Verdict };

/** Which of these commands are in the ledger, by id. */
export async function loadKnownCommands(tx: Transaction, commandIds: readonly string[]): Promise<Map<string, KnownCommand>> {
  const rows = await tx.$queryRaw<{ id: string; digest: Uint8Array; answer: Verdict }[]>`
    select id, payload_digest as digest, answer from command_log where id = any (${[...commandIds]}::uuid[])`;
  return new Map(rows.map(({ id, digest, answer }) => [id, { digest, verdict: answer }]));
}
