/** Where a guide is written; without a slug, a new one. */
export function guideHref(slug?: string): string {
  return slug === undefined ? "/desk/guides/edit" : `/desk/guides/edit?guide=${encodeURIComponent(slug)}`;
}
