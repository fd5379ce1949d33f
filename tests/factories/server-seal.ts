import { webcrypto } from "node:crypto";
import type { Command } from "@/lib/domain/command/command";
import { sealForServer } from "@/lib/phone/recovery/seal-for-server";
import type { RecoveredRow } from "@/lib/protocol/recovered-commands";
import type { ServerKey } from "@/lib/protocol/server-key";

/** A command as a phone hands it over when it can't open it itself any more. */
export async function makeRecoveredRow(command: unknown, ownerId: string, key: ServerKey): Promise<RecoveredRow> {
  const { id, entryId } = command as Command;
  const sealed = await sealForServer(command as Command, ownerId, key, webcrypto as Crypto);
  return { commandId: id, ownerId, entryId, sealed: Buffer.from(sealed).toString("base64url") };
}
