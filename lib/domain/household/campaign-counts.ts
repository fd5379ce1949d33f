/** Households of a hamlet by what the last visit within the campaign's days found; `absent` is to be visited again. */
export type VisitedCounts = { readonly informed: number; readonly absent: number; readonly refused: number; readonly moved: number };

/** With those that nobody has been to yet. */
export type CampaignCounts = VisitedCounts & { readonly households: number; readonly notYet: number };

/**
 * The number that was planned with is often old: where more households are known, those are the total.
 * @param planned how many households there are said to be
 */
export function countsOf({ informed, absent, refused, moved }: VisitedCounts, planned: number, known: number): CampaignCounts {
  const households = Math.max(planned, known);
  return { informed, absent, refused, moved, households, notYet: households - informed - absent - refused - moved };
}

export function addCounts(parts: readonly CampaignCounts[]): CampaignCounts {
  const sum = (key: keyof CampaignCounts) => parts.reduce((total, part) => total + part[key], 0);
  return {
    households: sum("households"),
    informed: sum("informed"),
    absent: sum("absent"),
    refused: sum("refused"),
    moved: sum("moved"),
    notYet: sum("notYet"),
  };
}
