import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { RuleState, type RuleName } from "@/lib/domain/rules/rule-change";
import type { RuleHistoryRow, RulesInForce } from "@/lib/protocol/rules";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { readRule, type RuleKey } from "./rule-state";

/** The rules of the province as they stand, and who changed them. */
export function readRules(actor: Actor): Promise<{ rules: RulesInForce; history: RuleHistoryRow[] }> {
  return withActor(actor, async (tx) => {
    const history = await readHistory(tx);
    const indicators = [];
    for (const indicator of entryIndicators) {
      const windowFrom = await stateOf(tx, { rule: "windowFrom", indicator }, "windowFrom");
      const evidence = await stateOf(tx, { rule: "evidence", indicator }, "evidence");
      if (windowFrom && evidence) indicators.push({ indicator, windowFrom: windowFrom.spans, evidence: evidence.spans });
    }
    return {
      history,
      rules: {
        schemeStart: (await stateOf(tx, { rule: "schemeStart" }, "schemeStart"))!.date,
        futureTolerance: (await stateOf(tx, { rule: "futureTolerance" }, "futureTolerance"))!.days,
        unitsNotAllowed: await namesOf(tx, (await stateOf(tx, { rule: "unitsNotAllowed" }, "unitsNotAllowed"))!.unitIds),
        setBy: setBy(history),
        indicators,
      },
    };
  });
}

async function stateOf<Rule extends RuleName>(tx: Transaction, key: RuleKey, rule: Rule): Promise<Extract<RuleState, { rule: Rule }> | undefined> {
  const state = await readRule(tx, key);
  return state?.rule === rule ? (state as Extract<RuleState, { rule: Rule }>) : undefined;
}

function namesOf(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`select id, name from unit where id = any (${[...ids]}::uuid[]) order by sort_order, name`;
}

function setBy(history: readonly RuleHistoryRow[]): RulesInForce["setBy"] {
  return Object.fromEntries(history.toReversed().map(({ after, at, name }) => [after.rule, { at, name }]));
}

const shownChanges = 100;

type Row = { readonly id: string; readonly at: Date; readonly name: string; readonly before: unknown; readonly after: unknown; readonly changedCount: number; readonly undoesId: string | null };

/** Newest first. Of each rule only what it says now can be taken back. */
async function readHistory(tx: Transaction): Promise<RuleHistoryRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select rule_change.id, set_at as at, app_user.name, before, after, changed_count as "changedCount", undoes_id as "undoesId"
    from rule_change join app_user on app_user.id = set_by_id order by set_at desc, rule_change.id desc limit ${shownChanges}`;
  const seen = new Set<string>();
  const history: RuleHistoryRow[] = [];
  for (const { id, at, name, before, after, changedCount, undoesId } of rows) {
    const [then, since] = [RuleState.parse(before), RuleState.parse(after)];
    const key = "indicator" in since ? `${since.rule} ${since.indicator}` : since.rule;
    const standing = seen.has(key) ? undefined : await readRule(tx, since);
    seen.add(key);
    const canUndo = standing !== undefined && canonicalJson(standing) === canonicalJson(since);
    history.push({ id, at: at.toISOString(), name, before: then, after: since, changedCount, isUndo: undoesId !== null, canUndo });
  }
  return history;
}
