import "server-only";
import { RuleState, unsetRules, type RuleChange } from "@/lib/domain/rules/rule-change";
import { joinSpans, type Span } from "@/lib/domain/rules/spans";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Which rule is meant: those of an indicator are one each. */
export type RuleKey = Pick<Extract<RuleChange, { indicator: unknown }>, "rule" | "indicator"> | { readonly rule: Exclude<RuleChange["rule"], "windowFrom" | "evidence"> };

/** @returns undefined for an indicator without definitions */
export async function readRule(tx: Transaction, key: RuleKey): Promise<RuleState | undefined> {
  if ("indicator" in key) {
    const rows = await tx.$queryRaw<Span<string>[]>`
      select valid_from::text as from, case ${key.rule} when 'windowFrom' then window_from::text else coalesce(evidence_rule ->> 'source', 'register') end as value
      from indicator_version where indicator = ${key.indicator} order by valid_from`;
    return rows.length === 0 ? undefined : RuleState.parse({ rule: key.rule, indicator: key.indicator, spans: joinSpans(rows) });
  }
  const [row] = await tx.$queryRaw<{ parameters: object | null }[]>`select scheme_rule(${key.rule}) as parameters`;
  if (!row?.parameters && key.rule === "schemeStart") throw new Error("The province has no rule schemeStart: load its reference data");
  return RuleState.parse(row?.parameters ? { ...row.parameters, rule: key.rule } : unsetRules[key.rule as keyof typeof unsetRules]);
}

/** Makes the rule say this from now on; nothing is counted anew yet. */
export async function writeRule(tx: Transaction, state: RuleState, { userId, now }: { readonly userId: string; readonly now: string }): Promise<void> {
  if (state.rule === "windowFrom" || state.rule === "evidence") return writeSpans(tx, state);
  const { rule, ...parameters } = state;
  await tx.$executeRaw`
    insert into refusal_rule (id, province_id, code, parameters, valid_from, set_by_id, set_at)
    values (gen_random_uuid(), app_province(), ${rule}, ${JSON.stringify(parameters)}::jsonb, scheme_day(${now}::timestamptz), ${userId}::uuid,
      greatest(${now}::timestamptz, (select max(set_at) + interval '1 millisecond' from refusal_rule where code = ${rule})))`;
}

/** A definition that lasts beyond the beginning of a span ends there, and goes on as the next one. */
async function writeSpans(tx: Transaction, { rule, indicator, spans }: Extract<RuleState, { spans: unknown }>): Promise<void> {
  const days = spans.map(({ from }) => from);
  const values = spans.map(({ value }) => value);
  for (const day of days) {
    await tx.$executeRaw`
      insert into indicator_version (id, province_id, indicator, valid_from, valid_to, window_from, outcome_kinds, age_from, age_through,
        online_only, once_per_subject, evidence_rule, credit)
      select gen_random_uuid(), province_id, indicator, ${day}::date, valid_to, window_from, outcome_kinds, age_from, age_through,
        online_only, once_per_subject, evidence_rule, credit
      from indicator_version
      where indicator = ${indicator} and valid_from < ${day}::date and (valid_to is null or ${day}::date < valid_to)`;
    await tx.$executeRaw`
      update indicator_version set valid_to = ${day}::date
      where indicator = ${indicator} and valid_from < ${day}::date and (valid_to is null or ${day}::date < valid_to)`;
  }
  await tx.$executeRaw`
    update indicator_version version set
      window_from = case ${rule} when 'windowFrom' then said.value::date else window_from end,
      evidence_rule = case ${rule} when 'evidence' then evidence_rule || jsonb_build_object('source', said.value) else evidence_rule end
    from (
      select "from", value, coalesce(lead("from") over (order by "from"), 'infinity'::date) as until
      from unnest(${days}::date[], ${values}::text[]) as span ("from", value)
    ) said
    where version.indicator = ${indicator} and version.valid_from >= said."from" and version.valid_from < said.until`;
}
