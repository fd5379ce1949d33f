/** Ids only: nothing of a household is ever in an address. */
export function hamletHref(campaign: string, area: string): string {
  return `/areas?${new URLSearchParams({ campaign, area })}`;
}

export function visitHref(campaign: string, household: string): string {
  return `/visit?${new URLSearchParams({ campaign, household })}`;
}

/** A visit that was begun where no campaign leads any more. */
export function leftVisitHref(household: string): string {
  return `/visit?${new URLSearchParams({ household })}`;
}

/** A household that is not in the list yet, under the id that it will have. */
export function newHouseholdHref(campaign: string, area: string, household: string): string {
  return `/visit?${new URLSearchParams({ campaign, area, new: household })}`;
}
