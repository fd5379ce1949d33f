import "server-only";
import { missingFields } from "@/lib/domain/import/mapping";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { BeginImport, ImportState } from "@/lib/protocol/imports";
import { withActor } from "@/lib/server/database/with-actor";
import { findBatch, findLastAccepted, stateOf, type Layout } from "./batch-row";
import { cleanUp } from "./clean-up";
import { keepsRegisters } from "./keeper";
import { batchKindOf } from "./batch-kinds";

/** Makes a batch that waits for its file. What earlier ones left behind unfinished goes first. */
export async function beginImport(actor: Actor, asked: Omit<BeginImport, "action">, now: string, source: Layout["source"] = "file"): Promise<Result<ImportState, Refusal>> {
  if (!keepsRegisters(actor, now)) return err({ code: "unknownOrForbidden" });
  const [missing] = missingFields(asked.kind, asked.mapping);
  if (missing) return err({ code: "required", field: `mapping.${missing}` });
  const members = asked.kind === "member" ? asked.members : undefined;
  if (asked.kind === "member" && !members) return err({ code: "required", field: "members" });
  if (members && members.asOf > localDateOf(now)) return err({ code: "dateInFuture", field: "members.asOf" });
  await cleanUp(actor, now);
  return withActor(actor, async (tx) => {
    const layout: Layout = { source, mapping: asked.mapping, sheet: asked.sheet, name: asked.layoutName, after: await findLastAccepted(tx, asked.kind), members };
    await tx.$executeRaw`
      insert into import_batch (id, province_id, kind, status, file_name, file_digest, layout, imported_by_id, started_at)
      values (${asked.id}::uuid, ${actor.provinceId}::uuid, ${batchKindOf[asked.kind]}, 'reading', ${asked.fileName}, ''::bytea,
              ${JSON.stringify(layout)}::jsonb, ${actor.userId}::uuid, ${now}::timestamptz)
      on conflict do nothing`;
    const batch = await findBatch(tx, asked.id);
    return batch?.importedById === actor.userId && batch.status === "reading" ? ok(stateOf(batch)) : err({ code: "unknownOrForbidden" });
  });
}
