import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { entryIndicators, stages, type EntryIndicator } from "../domain/report/indicator";
import type { EvidenceSource } from "../domain/report/standing";
import { RuleChange, RuleState, type RuleName } from "../domain/rules/rule-change";
import type { Span } from "../domain/rules/spans";
import type { LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/** A rule is changed to something, or an earlier change is taken back: a change too. */
export const RuleWish = z.union([z.strictObject({ change: RuleChange }), z.strictObject({ undoes: Uuid })]);
export type RuleWish = z.infer<typeof RuleWish>;

/**
 * POST /api/rules, for the province verifier. `preview` does everything and takes it back: what it answers is what
 * `apply` would do at that moment. `apply` names with `seen` what the rule said when it was looked at; the same `id`
 * again is answered again.
 */
export const AskRules = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("preview"), wish: RuleWish }),
  z.strictObject({ action: z.literal("apply"), id: Uuid, wish: RuleWish, seen: RuleState }),
]);
export type AskRules = z.infer<typeof AskRules>;

const marked = { marker: z.literal(protocolMarker), protocol: z.int() };

/** One cell of the tallies that changes: direct unit, indicator, stage. */
export const RuleEffect = z.object({ unitId: Uuid, unitName: z.string(), indicator: z.enum(entryIndicators), stage: z.enum(stages), before: z.int(), delta: z.int() });
export type RuleEffect = z.infer<typeof RuleEffect>;

export const RulePreview = z.object({
  ...marked,
  before: RuleState,
  after: RuleState,
  /** Outcomes that would stand for something else, of those that were looked at. */
  changedCount: z.int(),
  consideredCount: z.int(),
  /** What it took, for whoever waits for the real one. */
  milliseconds: z.int(),
  effects: z.array(RuleEffect),
});
export type RulePreview = z.infer<typeof RulePreview>;

export const RuleApplied = z.object({ ...marked, id: Uuid, changedCount: z.int() });
export type RuleApplied = z.infer<typeof RuleApplied>;

/** What the server hands to the desk's page. */
export type RulesInForce = {
  readonly schemeStart: LocalDate;
  readonly futureTolerance: number;
  readonly unitsNotAllowed: readonly { readonly id: string; readonly name: string }[];
  /** When each of the three was set last, and by whom; none when it came with the scheme. */
  readonly setBy: Partial<Record<RuleName, { readonly at: string; readonly name: string }>>;
  readonly indicators: readonly { readonly indicator: EntryIndicator; readonly windowFrom: readonly Span<LocalDate>[]; readonly evidence: readonly Span<EvidenceSource>[] }[];
};

export type RuleHistoryRow = {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly before: RuleState;
  readonly after: RuleState;
  readonly changedCount: number;
  /** Takes an earlier change back. */
  readonly isUndo: boolean;
  /** Nothing happened to the rule since: it can be taken back. */
  readonly canUndo: boolean;
};

export type RuleUnit = { readonly id: string; readonly name: string; readonly groupName: string };
