import "server-only";
import { changeRule, RuleState } from "@/lib/domain/rules/rule-change";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { AskRules, RulePreview, RuleWish } from "@/lib/protocol/rules";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { newId } from "@/lib/server/database/new-id";
import { withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { readEffects } from "./read-effects";
import { readRule, writeRule } from "./rule-state";

type Context = { readonly actor: Actor; readonly now: string };
type Preview = Omit<RulePreview, "marker" | "protocol">;
type Applied = { readonly id: string; readonly changedCount: number };

/** Shows what a change would do, or does it. Only who keeps the registers of the province may ask. */
export async function askRules(actor: Actor, asked: AskRules, now: string): Promise<Result<Preview | Applied, Refusal>> {
  if (!keepsRegisters(actor, now)) return err({ code: "unknownOrForbidden" });
  return asked.action === "preview" ? previewRule(asked.wish, { actor, now }) : applyRule(asked, { actor, now });
}

/** Everything is done as it would be, read, and taken back by its exception. */
async function previewRule(wish: RuleWish, { actor, now }: Context): Promise<Result<Preview, Refusal>> {
  const began = performance.now();
  try {
    return await withActorForLong(actor, async (tx): Promise<Result<Preview, Refusal>> => {
      const planned = await plan(tx, wish);
      if (!planned.ok) return planned;
      const batch = newId();
      const changedCount = await settle(tx, planned.value.after, batch, { actor, now });
      const [considered] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from outcome where voided_at is null`;
      const effects = await readEffects(tx, batch);
      throw new TakenBack({
        before: planned.value.before, after: planned.value.after, changedCount, consideredCount: considered?.count ?? 0,
        milliseconds: Math.round(performance.now() - began), effects,
      });
    });
  } catch (error) {
    if (error instanceof TakenBack) return ok(error.preview);
    throw error;
  }
}

class TakenBack extends Error {
  constructor(readonly preview: Preview) {
    super("A preview is taken back");
  }
}

/** One batch command: the rule, all that it moves, who changed it and the line of the log, or nothing of it. */
function applyRule({ id, wish, seen }: Extract<AskRules, { action: "apply" }>, { actor, now }: Context): Promise<Result<Applied, Refusal>> {
  return withActorForLong(actor, async (tx) => {
    await tx.$queryRaw`select own_counting()::text`;
    const [done] = await tx.$queryRaw<Applied[]>`select id, changed_count as "changedCount" from rule_change where id = ${id}::uuid`;
    if (done) return ok(done);
    const planned = await plan(tx, wish);
    if (!planned.ok) return planned;
    const { before, after } = planned.value;
    if (canonicalJson(before) !== canonicalJson(seen)) return err({ code: "ruleChangedSince" });
    const changedCount = await settle(tx, after, id, { actor, now });
    const indicator = "indicator" in after ? after.indicator : null;
    await tx.$executeRaw`
      insert into rule_change (id, province_id, rule, indicator, before, after, changed_count, undoes_id, set_by_id, set_at)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${after.rule}, ${indicator}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb,
        ${changedCount}::int, ${"undoes" in wish ? wish.undoes : null}::uuid, ${actor.userId}::uuid, ${now}::timestamptz)`;
    await tx.$executeRaw`
      insert into command_log (id, province_id, actor_id, type, claimed_at, received_at, payload_digest, before_digest, after_digest, answer)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, 'changeRule', ${now}::timestamptz, ${now}::timestamptz,
        ${keyedHash("payload", canonicalJson(wish))}, ${keyedHash("state", canonicalJson(before))}, ${keyedHash("state", canonicalJson(after))},
        ${JSON.stringify({ commandId: id, verdict: "accepted" })}::jsonb)`;
    return ok({ id, changedCount });
  });
}

type Planned = { readonly before: RuleState; readonly after: RuleState };

async function plan(tx: Transaction, wish: RuleWish): Promise<Result<Planned, Refusal>> {
  if ("undoes" in wish) return planUndo(tx, wish.undoes);
  const before = await readRule(tx, wish.change);
  if (!before) return err({ code: "unknownOrForbidden" });
  if (wish.change.rule === "unitsNotAllowed" && !(await areUnits(tx, wish.change.unitIds))) return err({ code: "unknownOrForbidden", field: "unitIds" });
  const after = changeRule(before, wish.change);
  return canonicalJson(before) === canonicalJson(after) ? err({ code: "nothingChanges" }) : ok({ before, after });
}

/** A change can be taken back while the rule still says what the change made it say. */
async function planUndo(tx: Transaction, undoes: string): Promise<Result<Planned, Refusal>> {
  const [change] = await tx.$queryRaw<{ before: unknown; after: unknown }[]>`select before, after from rule_change where id = ${undoes}::uuid`;
  if (!change) return err({ code: "unknownOrForbidden" });
  const [then, since] = [RuleState.parse(change.before), RuleState.parse(change.after)];
  const before = await readRule(tx, since);
  return before && canonicalJson(before) === canonicalJson(since) ? ok({ before, after: then }) : err({ code: "ruleChangedSince" });
}

async function areUnits(tx: Transaction, unitIds: readonly string[]): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from unit where id = any (${[...unitIds]}::uuid[])`;
  return found?.count === new Set(unitIds).size;
}

async function settle(tx: Transaction, after: RuleState, batch: string, { actor, now }: Context): Promise<number> {
  await tx.$queryRaw`select own_counting()::text`;
  await writeRule(tx, after, { userId: actor.userId, now });
  const [settled] = await tx.$queryRaw<{ moved: number }[]>`select settle_rules(${now}::timestamptz, ${batch}::uuid) as moved`;
  return settled?.moved ?? 0;
}
