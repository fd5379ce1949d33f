import "server-only";
import { createHash } from "node:crypto";
import { fieldsOf } from "@/lib/domain/import/record-fields";
import type { Mapping } from "@/lib/domain/import/mapping";
import type { Row } from "@/lib/domain/import/row";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { ImportState, RegisterKind } from "@/lib/protocol/imports";
import { newId } from "@/lib/server/database/new-id";
import { withActor } from "@/lib/server/database/with-actor";
import { acceptImport } from "../accept-import";
import { Layout } from "../batch-row";
import { beginImport } from "../begin-import";
import { removeRows } from "../clean-up";
import { claimReading, failReading, finishReading } from "../finish-reading";
import { sliceReader, type Slice } from "../read-slices";
import { registerStageKinds } from "../register-kinds";
import { stageSlices } from "../stage-slices";
import { SourceUnavailable, type RegisterSource } from "./register-source";

/** `stoppedBy`: the source gave up before its end; what came before it was accepted, and the next pull goes on from there. */
export type Pulled = { readonly state?: ImportState; readonly refusal?: RefusalCode; readonly stoppedBy?: string };

type Pull = { readonly source: RegisterSource; readonly kind: RegisterKind; readonly now: string };

/**
 * Brings what the register's own system has changed since the last pull, through the same staging as a file, and
 * accepts it. On behalf of a keeper of the registers, whose name stands in the history.
 */
export async function pullRegister(actor: Actor, { source, kind, now }: Pull): Promise<Pulled> {
  const mapping: Mapping = Object.fromEntries(fieldsOf(kind).map((field, column) => [field, column]));
  const id = newId();
  const begun = await beginImport(actor, { id, kind, fileName: connectorName, mapping }, now, "connector");
  const batch = begun.ok ? await claimReading(actor, id) : undefined;
  if (!batch) return { refusal: begun.ok ? "unknownOrForbidden" : begun.error.code };
  const progress: Progress = { cursor: await findCursor(actor, kind), digest: createHash("sha256").update(id) };
  try {
    const staged = { actor, batchId: id, mapping };
    const shown = kind === "dossier"
      ? await stageSlices({ ...staged, strategy: registerStageKinds.dossier }, slices("dossier"))
      : await stageSlices({ ...staged, strategy: registerStageKinds.account }, slices("account"));
    const layout = { ...batch.layout, cursor: progress.cursor };
    const finished = await finishReading(actor, { ...batch, layout }, { fileDigest: progress.digest.digest(), signature: undefined, result: shown, now });
    if (!finished.ok) return { refusal: finished.error };
    const stoppedBy = progress.stoppedBy === undefined ? {} : { stoppedBy: progress.stoppedBy };
    if (finished.value.rowCount === 0) {
      await forget(actor, id);
      return { state: finished.value, ...stoppedBy };
    }
    const accepted = await acceptImport(actor, id, now);
    return accepted.ok ? { state: accepted.value, ...stoppedBy } : { refusal: accepted.error, ...stoppedBy };
  } catch (error) {
    await failReading(actor, batch);
    throw error;
  }

  async function* slices<Kind extends RegisterKind>(of: Kind): AsyncGenerator<Slice<Kind>> {
    const read = sliceReader(registerStageKinds[of], mapping);
    let rowNumber = 0;
    try {
      for await (const { records, cursor } of source.pull(of, progress.cursor)) {
        const rows: Row[] = records.map((record) => ({ rowNumber: ++rowNumber, cells: fieldsOf(of).map((field) => record[field] ?? "") }));
        progress.digest.update(JSON.stringify(rows));
        yield read(rows);
        // Only now: a page that could not be kept is asked for again.
        progress.cursor = cursor;
      }
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      progress.stoppedBy = error.message;
    }
  }
}

type Progress = { cursor: string | undefined; readonly digest: ReturnType<typeof createHash>; stoppedBy?: string };

/** Stands in the history where a file has its name. */
const connectorName = "iGate";

/** How far the last accepted pull came. */
function findCursor(actor: Actor, kind: RegisterKind): Promise<string | undefined> {
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ layout: unknown }[]>`
      select layout from import_batch where kind = ${registerStageKinds[kind].batchKind} and layout ->> 'source' = 'connector' and accepted_at is not null
      order by accepted_at desc limit 1`;
    return row && Layout.parse(row.layout).cursor;
  });
}

/** A pull that brought nothing is no import: the history stays readable. */
async function forget(actor: Actor, id: string): Promise<void> {
  await withActor(actor, (tx) => tx.$executeRaw`update import_batch set status = 'cancelled', phase = null where id = ${id}::uuid and status = 'ready'`);
  await removeRows(actor, { id, kind: "dossier" });
}
