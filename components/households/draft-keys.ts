import { leftVisitHref, newHouseholdHref, visitHref } from "./addresses";

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

/** The draft that was begun at this household's door, whichever list it was in. */
export function isBegunAt(key: string, household: string): boolean {
  const [kind, ofArea, ...rest] = key.split(":");
  return kind === "visit" && ofArea !== "amend" && rest.at(-1) === household;
}

export type LeftVisit = { readonly key: string; readonly savedAt: string; readonly href: string };

/** Visits begun in hamlets that are in none of the person's campaigns any more: the draft itself says where and what. */
export function leftVisits(drafts: readonly { readonly key: string; readonly savedAt: string }[], areas: ReadonlySet<string>): LeftVisit[] {
  return drafts.flatMap(({ key, savedAt }) => {
    const [kind, area, ...rest] = key.split(":");
    const household = rest.at(-1);
    if (kind !== "visit" || area === undefined || area === "amend" || areas.has(area) || household === undefined) return [];
    return [{ key, savedAt, href: leftVisitHref(household) }];
  });
}

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
