import * as z from "zod/mini";
import { Uuid } from "../ids";
import { clockToleranceDays } from "../report/classify-outcomes";
import { entryIndicators } from "../report/indicator";
import { evidenceSources } from "../report/standing";
import { LocalDate } from "../time/local-date";
import { withSpan } from "./spans";

export const ruleNames = ["schemeStart", "futureTolerance", "unitsNotAllowed", "windowFrom", "evidence"] as const;
export type RuleName = (typeof ruleNames)[number];

const Indicator = z.enum(entryIndicators);

/** What somebody asks to change. The other rules (shape, duplicates, age) are the scheme's own and stay as they are. */
export const RuleChange = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("schemeStart"), date: LocalDate }),
  z.strictObject({ rule: z.literal("futureTolerance"), days: z.int().check(z.minimum(0), z.maximum(366)) }),
  z.strictObject({ rule: z.literal("unitsNotAllowed"), unitIds: z.array(Uuid).check(z.maxLength(500)) }),
  z.strictObject({ rule: z.literal("windowFrom"), indicator: Indicator, date: LocalDate }),
  z.strictObject({ rule: z.literal("evidence"), indicator: Indicator, source: z.enum(evidenceSources), from: LocalDate }),
]);
export type RuleChange = z.infer<typeof RuleChange>;

const spansOf = <Value extends z.ZodMiniType>(value: Value) => z.array(z.object({ from: LocalDate, value }));

/** All that one rule says, as it is kept before and after a change. */
export const RuleState = z.discriminatedUnion("rule", [
  z.object({ rule: z.literal("schemeStart"), date: LocalDate }),
  z.object({ rule: z.literal("futureTolerance"), days: z.int() }),
  z.object({ rule: z.literal("unitsNotAllowed"), unitIds: z.array(Uuid) }),
  z.object({ rule: z.literal("windowFrom"), indicator: Indicator, spans: spansOf(LocalDate) }),
  z.object({ rule: z.literal("evidence"), indicator: Indicator, spans: spansOf(z.enum(evidenceSources)) }),
]);
export type RuleState = z.infer<typeof RuleState>;

/** What a rule says that nobody has set yet. */
export const unsetRules = {
  futureTolerance: { rule: "futureTolerance", days: clockToleranceDays },
  unitsNotAllowed: { rule: "unitsNotAllowed", unitIds: [] },
} as const satisfies Partial<Record<RuleName, RuleState>>;

/** What the rule says after the change. */
export function changeRule(state: RuleState, change: RuleChange): RuleState {
  if (state.rule === "windowFrom" && change.rule === "windowFrom") {
    return { ...state, spans: state.spans.slice(0, 1).map(({ from }) => ({ from, value: change.date })) };
  }
  if (state.rule === "evidence" && change.rule === "evidence") return { ...state, spans: withSpan(state.spans, change.from, change.source) };
  if (change.rule === "unitsNotAllowed") return { ...change, unitIds: [...new Set(change.unitIds)].sort() };
  if (change.rule === "windowFrom" || change.rule === "evidence") throw new Error("A change belongs to another rule than the state");
  return change;
}
