import type { UnitPlan } from "./plan";
import type { BesidesKind } from "./plan-besides";
import { total } from "./plan-shares";

/** Dossiers of an organisation that are handed in at once. */
export const dossiersAtOnce = 6;

/** Kinds that ride along in a session that opens an account: they have no entry of their own. */
const riding: ReadonlySet<string> = new Set<BesidesKind>([
  "vneidActivated", "guidanceGiven", "dossiersBeforeScheme", "dossiersBeforeTeams", "dossiersOnPaper", "dossiersNotFound",
]);

/** How many of a unit's first young people with an account are its members: evenly spread among all of them. */
export function membersAmong({ months, membersHelped }: UnitPlan, young: number): number {
  const all = total(months.map(({ counted }) => counted.memberAccounts));
  return all === 0 ? 0 : Math.floor((young * membersHelped) / all);
}

/** How many entries a plan comes to. */
export function entriesOf(plan: readonly UnitPlan[]): number {
  return total(plan.map(entriesOfUnit));
}

function entriesOfUnit(unit: UnitPlan): number {
  let young = 0;
  return total(unit.months.map(({ counted: { memberAccounts, citizenAccounts, onlineDossiers, articles, households }, besides }) => {
    const members = membersAmong(unit, young + memberAccounts) - membersAmong(unit, young);
    young += memberAccounts;
    const ofOrganisations = Math.max(0, onlineDossiers - (memberAccounts - members) - citizenAccounts);
    const alone = total(Object.entries(besides).flatMap(([kind, count]) => (riding.has(kind) ? [] : [count])));
    return memberAccounts + citizenAccounts + articles + households + alone + Math.ceil(ofOrganisations / dossiersAtOnce);
  }));
}
