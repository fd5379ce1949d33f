import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { AnyBatch } from "./batch-row";

/** An import is one command, under the id of its batch: what it was is a digest, the rows stay with the batch. */
export async function saveLogLine(tx: Transaction, actor: Actor, { id, kind, layout, fileDigest }: AnyBatch, now: string): Promise<void> {
  const digest = keyedHash("payload", canonicalJson({ id, kind, mapping: layout.mapping, file: Buffer.from(fileDigest).toString("hex") }));
  await tx.$executeRaw`
    insert into command_log (id, province_id, actor_id, type, claimed_at, received_at, payload_digest, answer)
    values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, 'acceptImport', ${now}::timestamptz, ${now}::timestamptz, ${digest},
            ${JSON.stringify({ commandId: id, verdict: "accepted" })}::jsonb)
    on conflict do nothing`;
}
