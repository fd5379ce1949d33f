import type { EntryKind } from "@/lib/domain/entry/entry";

/** Where an entry of a kind is recorded, and amended with `?entry=…&field=…`. */
export const formOfKind: Record<EntryKind, string> = {
  helpSession: "/record",
  householdVisit: "/visit",
  outreachEvent: "/event",
  article: "/article",
  shiftAttendance: "/shift",
};
