/** Of the half-done change of an entry; it goes with what is personal in the entry. */
export function amendDraftKey(entryId: string): string {
  return `record:amend-${entryId}`;
}
