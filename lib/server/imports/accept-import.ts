import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { ImportPhase, ImportResult, ImportState } from "@/lib/protocol/imports";
import { longWork } from "@/lib/server/database/client";
import { withActor, withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { findBatch, findLastAccepted, stateOf, type AnyBatch } from "./batch-row";
import { removeRows } from "./clean-up";
import { keepsRegisters } from "./keeper";
import { saveLogLine } from "./log-line";
import { stageKinds } from "./stage-kinds";

type Accepted = Promise<Result<ImportState, RefusalCode>>;

/**
 * From now on the rows of the batch speak: claims are matched, tallies move, codes one character off become questions.
 * Accepted twice is accepted once. Refuses with `versionConflict` where another import of the kind was accepted since
 * this one was read: what differs from what speaks now is no longer known.
 */
export async function acceptImport(actor: Actor, id: string, now: string): Accepted {
  if (!keepsRegisters(actor, now)) return err("unknownOrForbidden");
  const opened = await withActor(actor, (tx) => open(tx, id, now));
  if (!opened.ok || opened.value.status === "accepting") return opened.ok ? ok(stateOf(opened.value)) : opened;
  if (opened.value.status === "ready") {
    try {
      await withActorForLong(actor, (tx) => tx.$queryRaw`select know_register()::text`);
      const matched = await match(actor, opened.value, now);
      if (!matched.ok) return matched;
    } catch (error) {
      await withActor(actor, (tx) => tx.$executeRaw`update import_batch set status = 'ready', phase = null where id = ${id}::uuid and status = 'accepting'`);
      throw error;
    }
  }
  return askAboutNearMisses(actor, id, now);
}

/** Nothing of it stays. Refuses with `notAllowedInThisState` once it speaks. */
export async function cancelImport(actor: Actor, id: string, now: string): Accepted {
  if (!keepsRegisters(actor, now)) return err("unknownOrForbidden");
  const cancelled = await withActor(actor, async (tx): Promise<Result<AnyBatch, RefusalCode>> => {
    const batch = await findBatch(tx, id, { lock: true });
    if (!batch) return err("unknownOrForbidden");
    if (batch.status === "accepting" || batch.status === "accepted") return err("notAllowedInThisState");
    await tx.$executeRaw`
      update import_batch set status = 'cancelled', phase = null, touched_at = now(), result = null where id = ${id}::uuid and status <> 'failed'`;
    return ok((await findBatch(tx, id)) ?? batch);
  });
  if (!cancelled.ok) return cancelled;
  await removeRows(actor, cancelled.value);
  return ok(stateOf(cancelled.value));
}

/** @returns the batch as it was, when it is this caller's to match; otherwise as it is */
async function open(tx: Transaction, id: string, now: string): Promise<Result<AnyBatch, RefusalCode>> {
  const batch = await findBatch(tx, id, { lock: true });
  if (!batch) return err("unknownOrForbidden");
  if (batch.status === "accepted") return ok(batch);
  const isStuck = batch.status === "accepting" && Date.parse(now) - batch.touchedAt.getTime() > longWork;
  if (batch.status === "accepting" && !isStuck) return ok(batch);
  if (batch.status !== "ready" && !isStuck) return err("notAllowedInThisState");
  await tx.$executeRaw`update import_batch set status = 'accepting', phase = 'waiting', touched_at = ${now}::timestamptz where id = ${id}::uuid`;
  return ok({ ...batch, status: "ready" });
}

/** One transaction with the province's counting to itself: numbers and rows change together, or not at all. */
function match(actor: Actor, { id }: AnyBatch, now: string): Accepted {
  const started = Date.now();
  return withActorForLong(actor, async (tx) => {
    await tx.$queryRaw`select own_counting()::text`;
    // In a transaction of its own, so that whoever waits sees it; before this one holds the row.
    await withActor(actor, (other) => setPhase(other, id, "matching"));
    const batch = await findBatch(tx, id, { lock: true });
    if (!batch || batch.status !== "accepting") return err("notAllowedInThisState");
    if ((await findLastAccepted(tx, batch.kind)) !== batch.layout.after) {
      await tx.$executeRaw`update import_batch set status = 'ready', phase = null where id = ${id}::uuid`;
      return err("versionConflict");
    }
    const moment = await momentAfterAll(tx, now);
    const { accept, followUp } = stageKinds[batch.kind];
    await tx.$executeRaw`
      update import_batch set status = 'accepted', phase = ${followUp ?? null}, accepted_at = ${moment}::timestamptz, touched_at = now() where id = ${id}::uuid`;
    const result: ImportResult = { ...batch.result, preview: [], ...(await accept(tx, batch, moment)), matchMs: Date.now() - started };
    await tx.$executeRaw`update import_batch set result = ${JSON.stringify(result)}::jsonb where id = ${id}::uuid`;
    await saveLogLine(tx, actor, batch, now);
    return ok(stateOf({ ...batch, status: "accepted" }));
  });
}

/** Later than every acceptance before it, whatever the clocks of two servers say. */
async function momentAfterAll(tx: Transaction, now: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ moment: Date }[]>`
    select greatest(${now}::timestamptz, max(accepted_at) + interval '1 millisecond') as moment from import_batch`;
  return (row?.moment ?? new Date(now)).toISOString();
}

/** After the acceptance, because nobody's decision has to wait for it. Cut off, it is made up for by accepting again. */
async function askAboutNearMisses(actor: Actor, id: string, now: string): Accepted {
  return withActorForLong(actor, async (tx) => {
    const batch = await findBatch(tx, id);
    if (!batch) return err("unknownOrForbidden");
    if (batch.phase !== "nearMisses") return ok(stateOf(batch));
    const [asked] = await tx.$queryRaw<{ count: number }[]>`select propose_codes(${now}::timestamptz, ${askedAtOnce}::int) as count`;
    await tx.$executeRaw`
      update import_batch set phase = null, result = coalesce(result, '{}') || jsonb_build_object('proposals', ${asked?.count ?? 0}::int) where id = ${id}::uuid`;
    return ok(stateOf((await findBatch(tx, id)) ?? batch));
  });
}

/** Codes that are looked at again at each import: the newest. Each has some four hundred neighbours. */
const askedAtOnce = 5_000;

async function setPhase(tx: Transaction, id: string, phase: ImportPhase): Promise<void> {
  await tx.$executeRaw`update import_batch set phase = ${phase}, touched_at = now() where id = ${id}::uuid`;
}
