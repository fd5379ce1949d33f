import type { AnnexTotals, AnnexUnit, Printed } from "./annex-files";
import { besidesOf, type Besides } from "./plan-besides";
import { apportion, planMemberDossiers, planTransacting, type Share } from "./plan-shares";

/** What counts in the end, by kind of outcome. */
export const countedKinds = ["memberAccounts", "citizenAccounts", "onlineDossiers", "articles", "households"] as const;
export type CountedKind = (typeof countedKinds)[number];
export type Counted = Readonly<Record<CountedKind, number>>;

/** A month's work of a unit: what counts, and what doesn't. `month` as 2023-08. */
export type MonthPlan = { readonly month: string; readonly counted: Counted; readonly besides: Besides };

export type UnitPlan = {
  readonly name: string;
  readonly members: number;
  /** Of the members those who open an account with a volunteer's help. */
  readonly membersHelped: number;
  readonly months: readonly MonthPlan[];
  /** Dossiers of July's register of which August's says something else: on paper, or received too early. */
  readonly takenBack: number;
  /** Accounts of indicators 1 and 2 that transact. */
  readonly transacting: Printed;
  readonly memberDossiers: { readonly july: Share; readonly august: Share };
};

/** Scheme pages: the scheme starts on 2022-05-01, the teams whose dossiers count on 2023-03-01. */
const firstMonth = "2022-05";
export const firstMonthOfTeams = "2023-03";
const julyOf2023 = "2023-07";
export const august2023 = "2023-08";
/** Where a number falls, some came all the same. */
const newWhereFallen = 24;

/** From the printed cells to what has to be recorded, month by month. The same cells give the same plan. */
export function planProvince(units: readonly AnnexUnit[], totals: AnnexTotals): UnitPlan[] {
  const transacting = planTransacting(units, totals);
  const memberDossiers = planMemberDossiers(units, totals);
  return units.map((unit, index) => {
    const { name, members, onlineDossiers: { july, august } } = unit;
    const takenBack = july > august ? july - august + Math.min(newWhereFallen, august) : 0;
    return {
      name,
      members,
      membersHelped: Math.min(Math.round(members * 0.8), Math.round(unit.memberAccounts.august * 0.9)),
      months: planMonths({ ...unit, onlineDossiers: { july, august: august + takenBack } }),
      takenBack,
      transacting: transacting[index]!,
      memberDossiers: memberDossiers[index]!,
    };
  });
}

/** Until July more every month; August is what the printed numbers differ by. */
function planMonths(unit: AnnexUnit): MonthPlan[] {
  const months = monthsThrough(firstMonth, julyOf2023);
  const byKind = Object.fromEntries(countedKinds.map((kind) => [kind, apportion(unit[kind].july, months.map((month, index) => weightOf(kind, month, index)))]));
  const until = months.map((month, index): MonthPlan => withBesides(month, Object.fromEntries(countedKinds.map((kind) => [kind, byKind[kind]![index]!])) as Counted));
  return [...until, withBesides(august2023, Object.fromEntries(countedKinds.map((kind) => [kind, unit[kind].august - unit[kind].july])) as Counted)];
}

function withBesides(month: string, counted: Counted): MonthPlan {
  return { month, counted, besides: besidesOf(counted, month) };
}

function weightOf(kind: CountedKind, month: string, index: number): number {
  return kind === "onlineDossiers" && month < firstMonthOfTeams ? 0 : 4 + index;
}

/** Both included. */
export function monthsThrough(first: string, last: string): string[] {
  const months = [first];
  for (let month = first; month < last; months.push(month)) {
    const [year = 0, number = 0] = month.split("-").map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  }
  return months;
}
