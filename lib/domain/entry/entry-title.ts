import type { EntryContent } from "./entry-content";

/** What an entry is called in a list: whom or what it is about. Empty where nothing is known, as behind a closed door. */
export function titleOfEntry(content: EntryContent): string {
  switch (content.kind) {
    case "helpSession": return content.subject.name;
    case "householdVisit": return content.household.head ?? content.household.address ?? "";
    case "outreachEvent":
    case "article": return content.title;
    case "shiftAttendance": return content.placeName;
  }
}
