import type { LocalDate } from "../time/local-date";
import { entryIndicators, type EntryIndicator, type Stage } from "./indicator";
import { registerIndicatorCodes, type Ratio, type RegisterIndicator } from "./register-indicators";

/** Indicators that are counted, each as recorded → confirmed → matched. */
export const countIndicators = entryIndicators;
export type CountIndicator = EntryIndicator;

/** Indicators that are a share of something; their numbers come from registers and have one stage only. */
export const ratioIndicators = [...registerIndicatorCodes, "active_organisations"] as const;
export type RatioIndicator = RegisterIndicator | "active_organisations";

/** In the order of the scheme's numbers 1–14. */
export const reportIndicators = [
  "member_accounts",
  "citizen_accounts",
  "transacting_rate",
  "online_rate",
  "online_dossiers",
  "articles",
  "households",
  "vneid_accounts",
  "informed_members",
  "active_organisations",
  "online_share",
  "online_payment_share",
  "members_with_account",
  "members_vneid2",
] as const satisfies readonly (CountIndicator | RatioIndicator)[];
export type ReportIndicator = (typeof reportIndicators)[number];

/** Those of the printed annexes, numbers 1–7. */
export const annexIndicators = ["member_accounts", "citizen_accounts", "transacting_rate", "online_rate", "online_dossiers", "articles", "households"] as const satisfies readonly ReportIndicator[];
export type AnnexIndicator = (typeof annexIndicators)[number];

export function isRatio(indicator: ReportIndicator): indicator is RatioIndicator {
  return ratioIndicators.some((one) => one === indicator);
}

/**
 * What a number speaks of. Cumulative from the start of each indicator's window unless `first` is given; days of
 * activity and of decision are both included.
 */
export type ReportPoint = {
  readonly first?: LocalDate;
  readonly through: LocalDate;
  /** Decisions until the end of this day: what was known then. */
  readonly asOf: LocalDate;
};

export type CountCell = Readonly<Record<Stage, number>>;

export type ReportCells = {
  readonly counts: Readonly<Record<CountIndicator, CountCell>>;
  /** Undefined where the registers don't say: nobody is taken to have done nothing because a column is missing. */
  readonly ratios: Readonly<Record<RatioIndicator, Ratio | undefined>>;
};

/**
 * One row of a report. `own` is what was recorded for the unit of the table itself, `residual` what belongs to bodies
 * that have no place in the tree of the day asked for: with both, the rows add up to the total.
 */
export type ReportLine = {
  readonly place: { readonly kind: "unit"; readonly id: string; readonly name: string } | { readonly kind: "own" | "residual" };
  /** Members of the Union on the last day. */
  readonly members: number;
  readonly cells: ReportCells;
  /** The same at the point that is compared with. */
  readonly previous?: ReportCells;
  /** Of the year in which the point ends; percentages for ratios, 40 for 40 %. Never the sum of those below. */
  readonly targets: Readonly<Partial<Record<ReportIndicator, number>>>;
};

export type ReportTable = {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: "province" | "directUnit" | "grassroots" | "team" };
  readonly point: ReportPoint;
  readonly previousPoint?: ReportPoint;
  /** The tree of units that the rows belong to. */
  readonly treeOn: LocalDate;
  /** Of the unit itself; targets are its own. */
  readonly total: ReportLine;
  readonly lines: readonly ReportLine[];
};

/** What an indicator says of a line: a count at a stage, or a share; undefined where nobody knows. */
export function valueOf(cells: ReportCells, indicator: ReportIndicator, stage: Stage = "matched"): number | undefined {
  if (!isRatio(indicator)) return cells.counts[indicator][stage];
  const ratio = cells.ratios[indicator];
  return ratio && ratio.whole > 0 ? ratio.part / ratio.whole : undefined;
}

export const noCount: CountCell = { recorded: 0, confirmed: 0, matched: 0 };

export function cellsOf(
  count: (indicator: CountIndicator) => CountCell,
  ratio: (indicator: RatioIndicator) => Ratio | undefined,
): ReportCells {
  return {
    counts: Object.fromEntries(countIndicators.map((one) => [one, count(one)])) as Record<CountIndicator, CountCell>,
    ratios: Object.fromEntries(ratioIndicators.map((one) => [one, ratio(one)])) as Record<RatioIndicator, Ratio | undefined>,
  };
}
