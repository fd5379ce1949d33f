import type { RecoveredRow } from "../../protocol/recovered-commands";
import type { OutboxRow } from "../database/phone-database";
import { ownerOfLost } from "../vault/lost-rows";

/** As the server takes them; a row without a seal can't go this way. */
export function sealedRowsOf(rows: readonly OutboxRow[]): RecoveredRow[] {
  return rows.flatMap(({ id, ownerId, entryId, recovery }) =>
    recovery ? [{ commandId: id, ownerId: ownerOfLost(ownerId) ?? ownerId, entryId, sealed: base64url(recovery) }] : [],
  );
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  // A long list of arguments overflows the stack.
  for (let start = 0; start < bytes.length; start += 4096) text += String.fromCharCode(...bytes.subarray(start, start + 4096));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
