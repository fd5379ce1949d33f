import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor } from "@/lib/server/database/with-actor";

/** Writes down who took rows of a register along, and how many. */
export async function saveSheetExport(actor: Actor, type: "exportShareRows" | "exportServiceRows", parameters: Readonly<Record<string, string>>, rowCount: number, now: string): Promise<void> {
  await withActor(actor, (tx) => insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
    id: newId(), type, claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson({ ...parameters, rowCount }))),
    answer: { answer: "exported", rowCount },
  }]));
}
