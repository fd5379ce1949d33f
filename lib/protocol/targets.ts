import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { refusalCodes } from "../domain/refusal";
import { reportIndicators, type ReportIndicator } from "../domain/report/report-table";
import { targetRules, type RuleBases } from "../domain/targets/target-value";
import type { LocalDate } from "../domain/time/local-date";
import type { EvidenceSource } from "../domain/report/standing";
import type { OutcomeKind } from "../domain/entry/outcome";
import { protocolMarker } from "./version";

/** How targets came to be: typed, from a file, as a copy of the year before. */
export const targetOrigins = ["hand", "import", "copy"] as const;
export type TargetOrigin = (typeof targetOrigins)[number];

const Indicator = z.enum(reportIndicators);
const Year = z.int().check(z.minimum(2022), z.maximum(2100));

/** What a target is to be: a number, what its rule comes to, or none. */
export const TargetWish = z.union([z.number(), z.enum(targetRules), z.null()]);
export type TargetWish = z.infer<typeof TargetWish>;

/** One cell; `expected` is what it said when it was looked at. */
export const TargetChange = z.strictObject({ unitId: Uuid, indicator: Indicator, to: TargetWish, expected: z.nullable(z.number()) });
export type TargetChange = z.infer<typeof TargetChange>;

/**
 * POST /api/targets, for the planner and for officers above the units. All changes or none; the same `id` again is
 * answered again. A refusal names its cell as `unitId indicator`. `copy` fills what is not set yet at and below a unit
 * with what the year before said.
 */
export const ChangeTargets = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("set"), id: Uuid, year: Year, origin: z.enum(["hand", "import"]), changes: z.array(TargetChange).check(z.minLength(1), z.maxLength(10_000)) }),
  z.strictObject({ action: z.literal("copy"), id: Uuid, year: Year, unitId: Uuid }),
]);
export type ChangeTargets = z.infer<typeof ChangeTargets>;

const marked = { marker: z.literal(protocolMarker), protocol: z.int() };

export const TargetsChanged = z.object({ ...marked, id: Uuid, changedCount: z.int() });

/** Which unit and year are meant, in addresses of pages, the template and uploads. */
export const TargetQuery = z.object({ unit: Uuid, year: z.coerce.number().check(z.int(), z.minimum(2022), z.maximum(2100)) });
export type TargetQuery = z.infer<typeof TargetQuery>;

/** POST /api/targets/file?unit=…&year=…, the file as body: what it would change. Nothing is written. */
export const PlannedTarget = z.object({ unitId: Uuid, unitName: z.string(), indicator: Indicator, from: z.nullable(z.number()), to: z.union([z.number(), z.enum(targetRules)]), /** What `to` comes to. */ value: z.number() });
export type PlannedTarget = z.infer<typeof PlannedTarget>;

export const TargetFilePlan = z.object({
  changes: z.array(PlannedTarget),
  /** Cells that say what is set already. */
  unchanged: z.int(),
  problems: z.array(z.object({ row: z.int(), column: z.string(), code: z.enum(refusalCodes) })),
  problemCount: z.int(),
});
export type TargetFilePlan = z.infer<typeof TargetFilePlan>;
export const TargetFileAnswer = z.object({ ...marked, plan: TargetFilePlan });

/** What the server hands to the desk's pages. */
export type TargetValue = { readonly value: number; /** Followed its rule when it was set. */ readonly ruled: boolean };

export type TargetRow = RuleBases & {
  readonly id: string;
  readonly name: string;
  readonly mayEdit: boolean;
  readonly hasChildren: boolean;
  readonly targets: Readonly<Partial<Record<ReportIndicator, TargetValue>>>;
};

export type TargetGrid = {
  readonly year: number;
  /** Its targets are its own: never the sum of those below. */
  readonly unit: TargetRow;
  readonly children: readonly TargetRow[];
  /** From the highest unit of the person down to the one above this. */
  readonly parents: readonly { readonly id: string; readonly name: string }[];
  /** Cells at and below the unit that the year before could fill. */
  readonly copyable: number;
};

export type TargetHistoryRow = {
  readonly id: string;
  readonly at: string;
  /** None where it came with the scheme. */
  readonly name?: string;
  readonly unitName: string;
  readonly indicator: ReportIndicator;
  readonly from?: number;
  /** None where it was taken away. */
  readonly to?: number;
  readonly ruled: boolean;
  readonly origin?: TargetOrigin;
};

/** A dated definition as data: the days of activity it speaks for, and what counts on them. */
export type IndicatorDefinition = {
  readonly from: LocalDate;
  readonly through?: LocalDate;
  readonly windowFrom: LocalDate;
  readonly outcomeKinds: readonly OutcomeKind[];
  readonly ageFrom?: number;
  readonly ageThrough?: number;
  readonly onlineOnly: boolean;
  readonly oncePerSubject: boolean;
  readonly evidence: EvidenceSource;
  readonly credit: string;
};
export type IndicatorDefinitions = Readonly<Partial<Record<ReportIndicator, readonly IndicatorDefinition[]>>>;
