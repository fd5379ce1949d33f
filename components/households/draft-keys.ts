import { newHouseholdHref, visitHref } from "./addresses";

/** Drafts of visits: one for each door, so that one opens where it was left. */
export function draftKeyOfHousehold(area: string, household: string): string {
  return `visit:${area}:${household}`;
}

export function draftKeyOfNew(area: string, household: string): string {
  return `visit:${area}:new:${household}`;
}

export function draftKeyOfAmendment(entryId: string): string {
  return `visit:amend:${entryId}`;
}

export type BegunVisit = { readonly household: string; readonly isNew: boolean; readonly savedAt: string; readonly href: string };

/** The visits in a hamlet that were begun and not saved. */
export function begunVisits(drafts: readonly { readonly key: string; readonly savedAt: string }[], campaign: string, area: string): BegunVisit[] {
  return drafts.flatMap(({ key, savedAt }) => {
    const [kind, ofArea, ...rest] = key.split(":");
    const household = rest.at(-1);
    if (kind !== "visit" || ofArea !== area || household === undefined) return [];
    const isNew = rest[0] === "new";
    return [{ household, isNew, savedAt, href: isNew ? newHouseholdHref(campaign, area, household) : visitHref(campaign, household) }];
  });
}
