import "server-only";
import { hexOf, insertRows, type Row } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { makeKey, sealJson } from "@/lib/server/crypto/sealed";
import type { SliceRequest } from "./execute-slice";
import type { Received } from "./parse-commands";
import type { RowContext } from "./rows";

/** Keeps what arrived under an id that has another content, sealed, until a person has looked at it. */
export async function writeConflicts(tx: Transaction, conflicts: readonly Received[], context: RowContext): Promise<void> {
  await insertRows(tx, "command_conflict", {}, conflicts.map((received) => conflictRow(received, context)), "on conflict do nothing");
}

/** The same in a transaction of its own, where the command's own one is impossible. */
export function keepConflict(received: Received, { actor, device, now }: SliceRequest): Promise<void> {
  const context = { provinceId: actor.provinceId, actorId: actor.userId, deviceId: device.deviceId, now };
  return withActor(actor, (tx) => writeConflicts(tx, [received], context));
}

function conflictRow({ commandId, digest, raw }: Received, { provinceId, actorId, deviceId, now }: RowContext): Row {
  const id = newId();
  const { key, wrappedKey, keyVersion } = makeKey(id);
  return {
    id,
    province_id: provinceId,
    command_id: commandId,
    actor_id: actorId,
    device_id: deviceId,
    payload_digest: hexOf(digest),
    wrapped_key: hexOf(wrappedKey),
    key_version: keyVersion,
    sealed: hexOf(sealJson(key, id, "conflict", raw)),
    received_at: now,
  };
}
