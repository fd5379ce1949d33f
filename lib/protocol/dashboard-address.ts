import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { windowBefore, type ReportWindow } from "../domain/report/report-window";
import { reportIndicators, type ReportIndicator } from "../domain/report/report-table";
import { LocalDate } from "../domain/time/local-date";

/** By what the units below are put in order; `order` is that of the annexes. */
export const sortKeys = ["order", "name", "value", "target", "share", "change", "perMembers", "perHouseholds", "unreviewed", "waiting", "phones"] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the address of a dashboard says; everything may be missing. */
export type DashboardAddress = {
  readonly unit?: string | undefined;
  readonly indicator?: ReportIndicator | undefined;
  /** Days of activity; cumulative from the scheme's start without the first. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** What it is compared with. */
  readonly beforeFrom?: LocalDate | undefined;
  readonly beforeTo?: LocalDate | undefined;
  /** The tree of this day. */
  readonly tree?: LocalDate | undefined;
  /** With what was decided until the end of this day. */
  readonly asOf?: LocalDate | undefined;
  readonly sort?: SortKey | undefined;
  readonly order?: "up" | "down" | undefined;
};

const fields = {
  unit: Uuid,
  indicator: z.enum(reportIndicators),
  from: LocalDate,
  to: LocalDate,
  beforeFrom: LocalDate,
  beforeTo: LocalDate,
  tree: LocalDate,
  asOf: LocalDate,
  sort: z.enum(sortKeys),
  order: z.enum(["up", "down"]),
} satisfies Record<keyof DashboardAddress, z.ZodMiniType>;

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** @returns what the address says, and which of its fields say nothing that can be read; empty ones are left out */
export function parseDashboardAddress(parameters: Parameters): { readonly address: DashboardAddress; readonly wrong: readonly (keyof DashboardAddress)[] } {
  const parsed = (Object.keys(fields) as (keyof DashboardAddress)[])
    .filter((name) => parameters[name] !== undefined && parameters[name] !== "")
    .map((name) => ({ name, result: fields[name].safeParse(parameters[name]) }));
  return {
    address: Object.fromEntries(parsed.flatMap(({ name, result }) => (result.success ? [[name, result.data]] : []))),
    wrong: parsed.flatMap(({ name, result }) => (result.success ? [] : [name])),
  };
}

export type DashboardDays = {
  readonly window: ReportWindow;
  readonly before: ReportWindow;
  readonly treeOn: LocalDate;
  /** Only where the address names a moment that is past. */
  readonly asOf?: LocalDate;
  /** The first day asked for is after the last: the scheme so far is shown instead. */
  readonly wrongDays: boolean;
};

/** Which days are meant. Nothing is counted ahead: the last of all days is today. */
export function daysAsked({ from, to, beforeFrom, beforeTo, tree, asOf }: DashboardAddress, today: LocalDate): DashboardDays {
  const through = earlier(to ?? today, today);
  const wrongDays = from !== undefined && from > through;
  const window = wrongDays ? { through: today } : windowOf(from, through);
  const before = beforeTo && !(beforeFrom && beforeFrom > beforeTo) ? windowOf(beforeFrom, earlier(beforeTo, today)) : windowBefore(window);
  return {
    window,
    before,
    treeOn: earlier(tree ?? window.through, today),
    ...(asOf && asOf < today ? { asOf } : {}),
    wrongDays,
  };
}

function windowOf(first: LocalDate | undefined, through: LocalDate): ReportWindow {
  return first ? { first, through } : { through };
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
