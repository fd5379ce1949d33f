import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { ImportResult, ImportState } from "@/lib/protocol/imports";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { findBatch, stateOf, type AnyBatch } from "./batch-row";
import { removeRows } from "./clean-up";
import { rememberLayout } from "./layouts";

/** The batch of whoever began it, for one file. Undefined for everything else. */
export function claimReading(actor: Actor, batchId: string): Promise<AnyBatch | undefined> {
  return withActor(actor, async (tx) => {
    const claimed = await tx.$executeRaw`
      update import_batch set phase = 'reading', touched_at = now()
      where id = ${batchId}::uuid and status = 'reading' and phase is null and imported_by_id = ${actor.userId}::uuid`;
    return claimed === 1 ? findBatch(tx, batchId) : undefined;
  });
}

type Finished = { readonly fileDigest: Uint8Array; readonly signature: string | undefined; readonly result: ImportResult; readonly now: string };

/**
 * From now on it can be accepted, unless the same file, read in the same way, was accepted before: then it says
 * nothing, also where another file has corrected it since.
 */
export async function finishReading(actor: Actor, { id, kind, layout }: AnyBatch, { fileDigest, signature, result, now }: Finished): Promise<Result<ImportState, RefusalCode>> {
  const finished = await withActor(actor, async (tx) => {
    const batch = await findBatch(tx, id, { lock: true });
    if (batch?.status !== "reading") return undefined;
    const sameAs = await findSame(tx, batch, fileDigest);
    const name = signature === undefined ? layout.name : await rememberLayout(tx, actor, { kind, signature, mapping: layout.mapping, name: layout.name, now });
    await tx.$executeRaw`
      update import_batch set status = ${sameAs ? "cancelled" : "ready"}::"ImportStatus", phase = null, touched_at = now(), file_digest = ${Buffer.from(fileDigest)},
        layout = ${JSON.stringify({ ...layout, name })}::jsonb, result = ${JSON.stringify({ ...result, ...(sameAs ? { sameAs } : {}) })}::jsonb
      where id = ${id}::uuid`;
    return findBatch(tx, id);
  });
  if (!finished) return err("notAllowedInThisState");
  if (finished.result?.sameAs) await removeRows(actor, finished);
  return ok(stateOf(finished));
}

export async function failReading(actor: Actor, batch: AnyBatch): Promise<void> {
  await withActor(actor, (tx) => tx.$executeRaw`
    update import_batch set status = 'failed', phase = null, touched_at = now() where id = ${batch.id}::uuid and status = 'reading'`);
  await removeRows(actor, batch);
}

async function findSame(tx: Transaction, { id, layout }: AnyBatch, fileDigest: Uint8Array): Promise<string | undefined> {
  const [same] = await tx.$queryRaw<{ id: string }[]>`
    select known.id from import_batch known join import_batch own on own.id = ${id}::uuid and own.kind = known.kind
    where known.province_id = own.province_id and known.file_digest = ${Buffer.from(fileDigest)} and known.accepted_at is not null
      and known.layout -> 'mapping' = ${JSON.stringify(layout.mapping)}::jsonb
      and known.layout ->> 'sheet' is not distinct from ${layout.sheet ?? null}
      and known.layout -> 'members' is not distinct from ${layout.members ? JSON.stringify(layout.members) : null}::jsonb
    order by known.accepted_at desc limit 1`;
  return same?.id;
}
