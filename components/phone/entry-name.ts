import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { entryList } from "@/lib/text/entry-list";
import { entryKindNames, outcomeNames, visitResultMarks } from "@/lib/text/outcomes";

/** What an entry is called: whom or what it is about; behind a closed door, that it was a visit. */
export function nameOfEntry({ title, visit, receipt = "" }: EntrySummary): string {
  return title || (visit ? entryKindNames.householdVisit : entryList.unnamed(receipt));
}

/** What came of it, in a few words. */
export function gistOfEntry({ outcomeKinds, visit }: EntrySummary): string {
  return visit && outcomeKinds.length === 0 ? visitResultMarks[visit.result] : outcomeKinds.map((kind) => outcomeNames[kind].short).join(", ");
}
