import "server-only";
import type { RecordOf } from "@/lib/domain/import/read-record";
import type { Mapping } from "@/lib/domain/import/mapping";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { Actor } from "@/lib/domain/people/actor";
import { insertRows } from "@/lib/server/database/insert-rows";
import { withActor } from "@/lib/server/database/with-actor";
import type { RowProblem, Slice } from "./read-slices";
import type { Numbered, StageKind } from "./stage-kind";

/** Thrown where the batch is no longer being read: somebody cancelled it. */
export class ImportStopped extends Error {
  override readonly name = "ImportStopped";
}

export type StagedBatch<Kind extends RecordKind> = { readonly actor: Actor; readonly batchId: string; readonly strategy: StageKind<Kind>; readonly mapping: Mapping };

/**
 * Adds a slice to a batch and its numbers, in a transaction of its own: whoever waits sees them grow, and whoever
 * cancels stops what comes next.
 * @returns what writes it
 */
export function prepareSlice<Kind extends RecordKind>({ actor, batchId, strategy, mapping }: StagedBatch<Kind>, slice: Slice<Kind>, problems: readonly RowProblem[]): () => Promise<void> {
  const { provinceId } = actor;
  const rows = lastOfEach(strategy, slice.records);
  const stage = strategy.stage({ provinceId, batchId, mapping }, rows);
  return () => withActor(actor, async (tx) => {
    // The batch first: its row is what cancelling waits for. A slice need not last on its own, so no commit waits for the
    // disk: the commit by which the whole file is known as read, which does, comes behind all of them. And rows written a
    // moment ago are in no statistics yet: the index is right all the same.
    const [batch] = await tx.$queryRaw<{ alive: boolean }[]>`
      with alive as (
        update import_batch set touched_at = now(), row_count = row_count + ${slice.rowCount}, unread_count = unread_count + ${slice.unreadCount}
        where id = ${batchId}::uuid and status = 'reading' returning id
      )
      select exists (select from alive) as alive, set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true)`;
    if (!batch?.alive) throw new ImportStopped();
    await insertRows(tx, "import_problem", { province_id: provinceId, batch_id: batchId }, problems.map(({ rowNumber, field, code, column, text }) => ({
      row_number: rowNumber, field, code, column_name: column?.slice(0, 200), text,
    })), "on conflict do nothing");
    if (rows.length === 0) return;
    const { added, changed } = await stage(tx);
    if (added + changed > 0) {
      await tx.$executeRaw`
        update import_batch set new_count = new_count + ${added}, changed_count = changed_count + ${changed} where id = ${batchId}::uuid`;
    }
  });
}

/** Of several rows about the same thing the later one is meant. */
function lastOfEach<Kind extends RecordKind>({ keyOf }: StageKind<Kind>, records: readonly Numbered<RecordOf[Kind]>[]): readonly Numbered<RecordOf[Kind]>[] {
  const byKey = new Map(records.map((numbered) => [keyOf(numbered.record), numbered]));
  return byKey.size === records.length ? records : [...byKey.values()];
}
