import { foldText } from "@/lib/domain/text/fold";
import type { EntrySummary } from "@/lib/phone/phone";

export type EntryFilter = "all" | "onPhone" | "returned" | "submitted" | "confirmed";

const accepts: Record<EntryFilter, (entry: EntrySummary) => boolean> = {
  all: () => true,
  onPhone: ({ sync }) => sync === "saved" || sync === "sending",
  returned: ({ sync, status }) => sync === "attention" || status === "returned",
  submitted: ({ sync, status }) => sync === "received" && (status === "submitted" || status === "reopened" || status === "quarantined"),
  confirmed: ({ status }) => status === "confirmed",
};

/** Entries of a filter whose name holds every typed word, accents or not, or whose number ends so. */
export function filterEntries(entries: readonly EntrySummary[], filter: EntryFilter, search: string): EntrySummary[] {
  const words = foldText(search).split(/\s+/).filter(Boolean).map((word) => ({ word, ofReceipt: word.toUpperCase() }));
  return entries.filter(
    (entry) => accepts[filter](entry) && words.every(({ word, ofReceipt }) => entry.searchText.includes(word) || entry.lastFour?.endsWith(word) || entry.receipt?.startsWith(ofReceipt)),
  );
}
