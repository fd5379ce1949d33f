import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { withActor } from "@/lib/server/database/with-actor";
import { longWork } from "@/lib/server/database/client";
import { allBatchKinds, anyBatchOf, batchColumns, type AnyBatch, type Row } from "./batch-row";
import { stageKinds } from "./stage-kinds";

/** Without a sign of life for so long nobody is reading any more. Milliseconds. */
export const silentAfter = 120_000;
/** What was read and never accepted doesn't stay. Milliseconds. */
const keptUnaccepted = 7 * 24 * 3_600_000;

/**
 * Takes away what unfinished imports left: interrupted uploads, cancelled ones, and those that nobody accepted. One
 * whose acceptance was cut off can be accepted again.
 */
export async function cleanUp(actor: Actor, now: string): Promise<void> {
  const left = await withActor(actor, async (tx) => {
    await tx.$executeRaw`
      update import_batch set status = 'ready', phase = null
      where kind = any (${allBatchKinds}) and status = 'accepting' and touched_at < ${before(now, longWork)}::timestamptz`;
    await tx.$executeRaw`
      update import_batch set status = 'failed', phase = null, result = null
      where kind = any (${allBatchKinds})
        and (status = 'reading' and touched_at < ${before(now, silentAfter)}::timestamptz or status = 'ready' and touched_at < ${before(now, keptUnaccepted)}::timestamptz)`;
    return tx.$queryRaw<Row[]>`
      select ${batchColumns} from import_batch
      where kind = any (${allBatchKinds}) and status in ('failed', 'cancelled')
        and (exists (select from register_record where import_batch_id = import_batch.id)
          or exists (select from member_staging where batch_id = import_batch.id) or exists (select from import_problem where batch_id = import_batch.id))`;
  });
  for (const row of left) await removeRows(actor, anyBatchOf(row));
}

/** The rows of a batch that is no longer read: in steps, so that nothing waits for long. */
export async function removeRows(actor: Actor, { id, kind }: Pick<AnyBatch, "id" | "kind">): Promise<void> {
  await withActor(actor, (tx) => tx.$executeRaw`delete from import_problem where batch_id = ${id}::uuid`);
  for (let removed = removedAtOnce; removed >= removedAtOnce; ) {
    removed = await withActor(actor, (tx) => stageKinds[kind].remove(tx, id, removedAtOnce));
  }
}

const removedAtOnce = 20_000;

function before(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) - milliseconds).toISOString();
}
