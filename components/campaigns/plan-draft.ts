import type { CampaignForm } from "@/lib/protocol/campaigns";

/** A plan while it is typed: numbers are text until they are read. */
export type PlanDraft = {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly from: string;
  readonly through: string;
  readonly goal: string;
  readonly areas: readonly DraftArea[];
};
export type DraftArea = { readonly areaId: string; readonly teamId: string; readonly householdCount: string };

/** @param id for a new one: made here, so that saving twice makes one campaign */
export function draftOf({ plan, units }: CampaignForm, id: string): PlanDraft {
  if (!plan) return { id, unitId: units[0]?.id ?? "", name: "", from: "", through: "", goal: "", areas: [] };
  return { ...plan, goal: String(plan.goal), areas: plan.areas.map((area) => ({ ...area, householdCount: String(area.householdCount) })) };
}

/** As the domain parses it: what is no number stays what it is and is refused there. */
export function planOf(draft: PlanDraft): object {
  return { ...draft, goal: numberOf(draft.goal), areas: draft.areas.map((area) => ({ ...area, householdCount: numberOf(area.householdCount) })) };
}

function numberOf(text: string): number | string {
  const digits = text.replace(/[.\s]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : text.trim();
}

/** All hamlets for one team, those that it has already left out; a hamlet's number is taken over from another team's row. */
export function addHamlets(areas: readonly DraftArea[], hamletIds: readonly string[], teamId: string): DraftArea[] {
  const added = hamletIds
    .filter((areaId) => !areas.some((area) => area.areaId === areaId && area.teamId === teamId))
    .map((areaId) => ({ areaId, teamId, householdCount: areas.find((area) => area.areaId === areaId)?.householdCount ?? "" }));
  return [...areas, ...added];
}

/** Each hamlet once, however many teams go there. */
export function sumOf(areas: readonly DraftArea[]): { hamlets: number; households: number } {
  const largest = new Map<string, number>();
  for (const { areaId, householdCount } of areas) largest.set(areaId, Math.max(largest.get(areaId) ?? 0, Number(numberOf(householdCount)) || 0));
  return { hamlets: largest.size, households: [...largest.values()].reduce((total, count) => total + count, 0) };
}
