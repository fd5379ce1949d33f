import { isDecidedAgainst } from "@/lib/domain/review/lifecycle";
import { foldText } from "@/lib/domain/text/fold";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";

export type EntryFilter = "all" | "onPhone" | "returned" | "submitted" | "confirmed" | "refused";

const accepts: Record<EntryFilter, (entry: EntrySummary) => boolean> = {
  all: () => true,
  onPhone: ({ sync }) => sync === "saved" || sync === "sending",
  returned: ({ sync, status, attention }) => (sync === "attention" || status === "returned") && attention?.kind !== "decidedAgainst",
  submitted: ({ sync, status }) => sync === "received" && (status === "submitted" || status === "reopened" || status === "quarantined"),
  confirmed: ({ status }) => status === "confirmed",
  refused: ({ status }) => isDecidedAgainst(status),
};

/** Entries of a filter whose name holds every typed word, accents or not, or whose number ends so. */
export function filterEntries(entries: readonly EntrySummary[], filter: EntryFilter, search: string): readonly EntrySummary[] {
  const words = foldText(search).split(/\s+/).filter(Boolean).map((word) => ({ word, ofReceipt: word.toUpperCase() }));
  const accepted = filter === "all" ? entries : entries.filter(accepts[filter]);
  return words.reduce<readonly EntrySummary[]>(
    (found, { word, ofReceipt }) =>
      found.filter(({ searchText, lastFour, receipt }) => searchText.includes(word) || (lastFour?.endsWith(word) ?? false) || (receipt?.startsWith(ofReceipt) ?? false)),
    accepted,
  );
}

/** `filterEntries` for somebody who types: what one more letter finds is among what was found before it. */
export function createEntryFinder(): typeof filterEntries {
  let last: { readonly entries: readonly EntrySummary[]; readonly filter: EntryFilter; readonly search: string; readonly found: readonly EntrySummary[] } | undefined;
  return (entries, filter, search) => {
    const narrower = last?.entries === entries && last.filter === filter && last.search !== "" && search.startsWith(last.search) && !endsWithDigit(last.search);
    const found = filterEntries(narrower ? last!.found : entries, narrower ? "all" : filter, search);
    last = { entries, filter, search, found };
    return found;
  };
}

/** The end of a number is found by its end: one digit more finds others. */
function endsWithDigit(search: string): boolean {
  return /\d$/.test(search);
}
