import { createHash } from "node:crypto";
import type { Command } from "@/lib/domain/command/command";
import type { Verdict } from "@/lib/protocol/commands";
import type { RecoveredCommandsRequest, RecoveredRow } from "@/lib/protocol/recovered-commands";
import { openSeal, serverKey } from "@/lib/server/crypto/server-key";
import { accepted, changes, makeBriefing, ours, serverTime, type Harness } from "./phone-harness";

process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] ??= createHash("sha256").update(name).digest("base64");

/** The server tells its key with the briefing, from the first answer on or later. */
export function tellKey({ network }: Harness, version = "with a key"): void {
  network.changes = () => changes(network.session, [], { briefing: { ...makeBriefing(network.session), version, serverKey: serverKey() } });
}

export function open({ commandId, ownerId, sealed }: RecoveredRow): Command | undefined {
  try {
    return openSeal(commandId, ownerId, Buffer.from(sealed, "base64url")) as Command;
  } catch {
    return undefined;
  }
}

/**
 * The route as it answers on the server. Rows of whoever is signed in are opened for them.
 * @param decide the verdict on a command; without one it is accepted
 */
export function takeRecovered({ network }: Harness, decide: (command: Command) => Verdict | undefined = () => undefined): RecoveredCommandsRequest[] {
  const requests: RecoveredCommandsRequest[] = [];
  network.recovered = (request) => {
    requests.push(request);
    const opened = request.rows.map((row) => ({ row, command: open(row) }));
    const verdicts = opened.map(({ row, command }): Verdict =>
      command ? (decide(command) ?? accepted(command)) : { commandId: row.commandId, verdict: "refused", code: "sealUnreadable" });
    const own = opened.filter(({ row, command }) => command && row.ownerId === network.session);
    return ours({ serverTime, verdicts, opened: own.map(({ row: { commandId, entryId }, command }) => ({ commandId, entryId, command })), returned: [] });
  };
  return requests;
}
