/** The decision asks every grassroots organisation for this many articles (scheme page, indicator 6). */
const usualArticles = 6;

type OfOrganisation = { readonly confirmed: number; readonly target: number };

/** @param own the organisation's own target of the year, which stands before the usual one */
export function articleTargetOf(own: number | undefined): number {
  return own ?? usualArticles;
}

/** What is asked of several organisations together, such as 410 × 6. */
export function articlesOfOrganisations(organisations: number): number {
  return organisations * usualArticles;
}

/** How many organisations have what they were asked for. A target of 0 is never reached, nor missed. */
export function countReached(organisations: readonly OfOrganisation[]): { readonly reached: number; readonly asked: number } {
  const asked = organisations.filter(({ target }) => target > 0);
  return { reached: asked.filter(({ confirmed, target }) => confirmed >= target).length, asked: asked.length };
}
