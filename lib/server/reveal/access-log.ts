import "server-only";
import { randomBytes } from "node:crypto";
import { uuidV7 } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/people/actor";
import type { Transaction } from "@/lib/server/database/with-actor";

export type Access = {
  readonly subjectId: string;
  readonly entryId: string;
  readonly fields: readonly string[];
  readonly at: string;
};

/** Writes down who looked at whose data, in the transaction that reads it: no look without its line. */
export async function saveAccess(tx: Transaction, actor: Actor, { subjectId, entryId, fields, at }: Access): Promise<void> {
  const id = uuidV7(Date.parse(at), randomBytes(10));
  await tx.$executeRaw`
    insert into access_log (id, province_id, actor_id, subject_id, entry_id, fields, at)
    values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, ${subjectId}::uuid, ${entryId}::uuid,
            ${[...fields]}, ${at}::timestamptz)`;
}
