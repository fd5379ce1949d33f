import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { canSetTarget } from "@/lib/domain/targets/permission";
import { checkTarget, isRule, ruledValue, ruleOf, type RuleBases, type TargetRule } from "@/lib/domain/targets/target-value";
import { localDateOf, partsOfDate } from "@/lib/domain/time/local-date";
import type { ChangeTargets, TargetChange, TargetOrigin, TargetWish } from "@/lib/protocol/targets";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { planCopy } from "./plan-copy";
import { cellKey, readRuleBases, readSpoken, type SpokenTarget } from "./target-cells";
import { findTargetPath } from "./target-unit";

type Changed = { readonly id: string; readonly changedCount: number };
type Write = { readonly change: TargetChange; readonly before: SpokenTarget | undefined; readonly value: number | undefined; readonly rule: TargetRule | null };

/**
 * One batch command: all of its cells and its line of the log, or nothing. Old values stay, superseded. The same id
 * again is answered again; a cell that says already what it is to say is left alone, whatever was expected of it.
 */
export function changeTargets(actor: Actor, command: ChangeTargets, now: string): Promise<Result<Changed, Refusal>> {
  return withActor(actor, async (tx) => {
    // Two who change the same cells wait for each other, instead of one of them failing.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('targets/' || app_province(), 0))::text`;
    const [done] = await tx.$queryRaw<{ changedCount: number }[]>`
      select (answer ->> 'changedCount')::int as "changedCount" from command_log where id = ${command.id}::uuid and actor_id = ${actor.userId}::uuid and type = 'changeTargets'`;
    if (done) return ok({ id: command.id, changedCount: done.changedCount });
    if (command.year > partsOfDate(localDateOf(now)).year + 1) return err({ code: "badRequest", field: "year" });
    const changes = await changesOf(tx, actor, command, now);
    if (!changes.ok) return changes;
    const writes = await planWrites(tx, actor, changes.value, command.year, now);
    if (!writes.ok) return writes;
    await write(tx, actor, writes.value, { year: command.year, origin: command.action === "copy" ? "copy" : command.origin, now });
    await log(tx, actor, command, writes.value, now);
    return ok({ id: command.id, changedCount: writes.value.length });
  });
}

async function changesOf(tx: Transaction, actor: Actor, command: ChangeTargets, now: string): Promise<Result<readonly TargetChange[], Refusal>> {
  if (command.action === "set") return ok(command.changes);
  const path = await findTargetPath(tx, actor, command.unitId, localDateOf(now));
  if (!path) return err({ code: "unknownOrForbidden" });
  return ok((await planCopy(tx, actor, command, now)).map(({ unitId, indicator, to }) => ({ unitId, indicator, to, expected: null })));
}

async function planWrites(tx: Transaction, actor: Actor, changes: readonly TargetChange[], year: number, now: string): Promise<Result<Write[], Refusal>> {
  const today = localDateOf(now);
  const unitIds = [...new Set(changes.map(({ unitId }) => unitId))];
  const paths = await loadUnitPaths(tx, unitIds);
  const spoken = await readSpoken(tx, unitIds, year);
  const basesOf = await readRuleBases(tx, changes.flatMap(({ unitId, to }) => (isRule(to) ? [unitId] : [])), today);
  const writes = new Map<string, Write>();
  for (const change of changes) {
    const { unitId, indicator, to, expected } = change;
    const field = cellKey(unitId, indicator);
    if (!canSetTarget(actor, paths(unitId, today) ?? [], today)) return err({ code: "unknownOrForbidden", field });
    if (writes.has(field)) return err({ code: "badRequest", field });
    const wanted = valueOf(to, change, basesOf);
    if (!wanted.ok) return err({ code: wanted.error, field });
    const before = spoken.get(field);
    const rule = isRule(to) ? to : null;
    if (before?.value === wanted.value && (before?.ruled ?? false) === (rule !== null)) continue;
    if ((before?.value ?? null) !== expected) return err({ code: "targetChangedSince", field });
    writes.set(field, { change, before, value: wanted.value, rule });
  }
  return ok([...writes.values()]);
}

function valueOf(to: TargetWish, { unitId, indicator }: TargetChange, basesOf: (unitId: string) => RuleBases): Result<number | undefined, Refusal["code"]> {
  if (to === null) return ok(undefined);
  if (!isRule(to)) return checkTarget(to, indicator);
  return ruleOf(indicator) === to ? ok(ruledValue(to, basesOf(unitId))) : err("targetNotNumber");
}

/** Later than all that it supersedes, whatever order the requests began in. */
async function write(tx: Transaction, actor: Actor, writes: readonly Write[], { year, origin, now }: { readonly year: number; readonly origin: TargetOrigin; readonly now: string }): Promise<void> {
  const at = new Date(Math.max(Date.parse(now), ...writes.map(({ before }) => (before ? before.setAt.getTime() + 1 : 0)))).toISOString();
  const ended = writes.flatMap(({ before }) => (before ? [before.id] : []));
  if (ended.length > 0) {
    await tx.$executeRaw`update target set superseded_at = ${at}::timestamptz, superseded_by_id = ${actor.userId}::uuid where id = any (${ended}::uuid[])`;
  }
  await insertRows(tx, "target", { province_id: actor.provinceId, year, origin, set_by_id: actor.userId, set_at: at }, writes.flatMap(({ change, value, rule }) =>
    value === undefined ? [] : [{ id: newId(), unit_id: change.unitId, indicator: change.indicator, value, rule }]));
}

async function log(tx: Transaction, actor: Actor, command: ChangeTargets, writes: readonly Write[], now: string): Promise<void> {
  const state = (of: (write: Write) => number | undefined) => hexOf(keyedHash("state", canonicalJson(writes.map((one) => [one.change.unitId, one.change.indicator, of(one) ?? null]))));
  await insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
    id: command.id, type: "changeTargets", claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson(command))),
    before_digest: state(({ before }) => before?.value), after_digest: state(({ value }) => value),
    answer: { commandId: command.id, verdict: "accepted", changedCount: writes.length },
  }]);
}
