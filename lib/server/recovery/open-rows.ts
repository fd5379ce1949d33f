import "server-only";
import type { RecoveredRow } from "@/lib/protocol/recovered-commands";
import { openSeal } from "@/lib/server/crypto/server-key";

/** A row with the command that was sealed in it; without one, it can't be opened here. */
export type OpenedRow = { readonly row: RecoveredRow; readonly command?: unknown };

/** A seal opens for its own command of its own author only, so what is in it needs no more proof of whose it is. */
export function openRow(row: RecoveredRow): OpenedRow {
  try {
    const command = openSeal(row.commandId, row.ownerId, Buffer.from(row.sealed, "base64url"));
    return (command as { id?: unknown } | null)?.id === row.commandId ? { row, command } : { row };
  } catch {
    return { row };
  }
}
