import type { AnnexTotals, AnnexUnit, Printed } from "./annex-files";

/** Numbers behind a printed rate. */
export type Share = { readonly part: number; readonly whole: number };
type Range = { readonly least: number; readonly most: number };

/** Parts of a whole that are printed as this percentage: whole percent, half up. Undefined where there is none. */
export function partsFor(percent: number, whole: number): Range | undefined {
  if (whole === 0) return percent === 0 ? { least: 0, most: 0 } : undefined;
  const least = Math.max(0, Math.ceil(((2 * percent - 1) * whole) / 200));
  const most = Math.min(whole, Math.ceil(((2 * percent + 1) * whole) / 200) - 1);
  return least <= most ? { least, most } : undefined;
}

/**
 * One number out of each range, together the sum: all at the same place between their ends, as far as whole numbers allow.
 * Throws where no numbers do.
 */
export function fitSum(ranges: readonly Range[], sum: number): number[] {
  const [least, most] = [total(ranges.map((range) => range.least)), total(ranges.map((range) => range.most))];
  if (sum < least || sum > most) throw new Error(`No numbers add up to ${sum}: from ${least} to ${most} is possible.`);
  const place = most === least ? 0 : (sum - least) / (most - least);
  const chosen = ranges.map((range) => range.least + Math.floor((range.most - range.least) * place));
  for (let left = sum - total(chosen), index = 0; left > 0; index = (index + 1) % ranges.length) {
    if (chosen[index]! >= ranges[index]!.most) continue;
    chosen[index]! += 1;
    left -= 1;
  }
  return chosen;
}

/** Whole numbers in the proportion of the weights, together the sum; what is left over goes where most was cut off. */
export function apportion(sum: number, weights: readonly number[]): number[] {
  const all = total(weights);
  if (all === 0) return weights.map((_, index) => (index === 0 ? sum : 0));
  const exact = weights.map((weight) => (sum * weight) / all);
  const shares = exact.map(Math.floor);
  const byRest = exact.map((value, index) => ({ index, rest: value - shares[index]! })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest.slice(0, sum - total(shares))) shares[index]! += 1;
  return shares;
}

/** Indicator 3: of the accounts of 1 and 2 those that transact. Nobody who transacted in July stops in August. */
export function planTransacting(units: readonly AnnexUnit[], { transactingAccounts }: AnnexTotals): Printed[] {
  const accounts = units.map(accountsOf);
  const august = fitSum(units.map(({ name, transactingRate }, index) => needed(partsFor(transactingRate.august, accounts[index]!.august), name)), transactingAccounts);
  return units.map(({ name, transactingRate }, index) => {
    const { least, most } = needed(partsFor(transactingRate.july, accounts[index]!.july), name);
    return { july: needed(middleOf(least, Math.min(most, august[index]!)), name), august: august[index]! };
  });
}

/**
 * Indicator 4: members' dossiers, online of all. Nothing printed says how many a unit has; in proportion to its young people
 * with an account the rates fit the printed totals. In August there are a few more than in July, online and on paper.
 */
export function planMemberDossiers(units: readonly AnnexUnit[], { memberDossiers }: AnnexTotals): { readonly july: Share; readonly august: Share }[] {
  const wholes = apportion(memberDossiers.all, units.map(({ memberAccounts }) => memberAccounts.august));
  const parts = fitSum(units.map(({ name, onlineRate }, index) => needed(partsFor(onlineRate.august, wholes[index]!), name)), memberDossiers.online);
  return units.map(({ name, onlineRate }, index) => {
    const august = { part: parts[index]!, whole: wholes[index]! };
    return { july: needed(shareBefore(august, onlineRate.july), name), august };
  });
}

/** Of a share some months before, as near as possible to 85 % of it, with no more of either kind. */
function shareBefore({ part, whole }: Share, percent: number): Share | undefined {
  for (let before = Math.round(whole * 0.85); before >= 0; before -= 1) {
    const range = partsFor(percent, before);
    const possible = range && middleOf(Math.max(range.least, before - (whole - part)), Math.min(range.most, part));
    if (possible !== undefined) return { part: possible, whole: before };
  }
  return undefined;
}

export function accountsOf({ memberAccounts, citizenAccounts }: AnnexUnit): Printed {
  return { july: memberAccounts.july + citizenAccounts.july, august: memberAccounts.august + citizenAccounts.august };
}

function middleOf(least: number, most: number): number | undefined {
  return least <= most ? Math.floor((least + most) / 2) : undefined;
}

function needed<Value>(value: Value | undefined, unit: string): Value {
  if (value === undefined) throw new Error(`No numbers are printed as the rates of ${unit}.`);
  return value;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
