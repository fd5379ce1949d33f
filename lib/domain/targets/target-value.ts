import { cleanCell } from "../import/clean-cell";
import { readCount } from "../import/read-number";
import type { RefusalCode } from "../refusal";
import { articlesOfOrganisations } from "../report/article-target";
import { isRatio, type ReportIndicator } from "../report/report-table";
import { err, ok, type Result } from "../result";

/** The value was taken from the unit's members, or from its grassroots organisations, on the day it was set. */
export const targetRules = ["equalsMembers", "perOrganisation"] as const;
export type TargetRule = (typeof targetRules)[number];

/** Which indicators may follow what: one counts members, the other asks the same of every organisation. */
const rules: Partial<Record<ReportIndicator, TargetRule>> = { member_accounts: "equalsMembers", articles: "perOrganisation" };

/** Of the unit and all below it on a day. */
export type RuleBases = { readonly members: number; readonly organisations: number };

/** The rule that an indicator's target may follow. */
export function ruleOf(indicator: ReportIndicator): TargetRule | undefined {
  return rules[indicator];
}

export function isRule(wish: unknown): wish is TargetRule {
  return targetRules.some((rule) => rule === wish);
}

/** What a rule comes to: as many as there are members, or the usual articles of every organisation. */
export function ruledValue(rule: TargetRule, { members, organisations }: RuleBases): number {
  return rule === "equalsMembers" ? members : articlesOfOrganisations(organisations);
}

const largest = 999_999_999;

/**
 * Reads a target as people and spreadsheets write it: `48.000`, `40%`, `40,5`. Nothing, or a dash, is no target:
 * undefined. Refuses with `targetNotNumber`, or as `checkTarget`.
 */
export function readTarget(text: string, indicator: ReportIndicator): Result<number | undefined, RefusalCode> {
  const cell = cleanCell(text).replace(/\s/g, "");
  const unsigned = cell.replace(/^[-−–]/, "");
  if (unsigned === "") return ok(undefined);
  const value = isRatio(indicator) ? readPercent(unsigned) : readWhole(unsigned);
  if (value === undefined) return err("targetNotNumber");
  return checkTarget(unsigned === cell ? value : -value, indicator);
}

/**
 * Refuses with `targetNotNumber`, `targetNegative`, `targetOverHundred`, or `targetIsFraction`: 0,4 may mean 40 %, and
 * nobody but a person knows.
 */
export function checkTarget(value: number, indicator: ReportIndicator): Result<number, RefusalCode> {
  if (value < 0) return err("targetNegative");
  if (!isRatio(indicator)) return Number.isInteger(value) && value <= largest ? ok(value) : err("targetNotNumber");
  if (value > 100) return err("targetOverHundred");
  if (value > 0 && value < 1) return err("targetIsFraction");
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? ok(value) : err("targetNotNumber");
}

function readWhole(text: string): number | undefined {
  const count = readCount(text);
  return count.ok ? count.value : undefined;
}

/** Two decimals at most. */
function readPercent(text: string): number | undefined {
  const [, whole, decimals = "0"] = /^(\d{1,9})(?:[.,](\d{1,2})0*)?%?$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(`${whole}.${decimals}`);
}
