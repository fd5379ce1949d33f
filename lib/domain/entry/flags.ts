import { warnAboutEntry } from "./check-entry";
import type { EntryContent } from "./entry-content";

/**
 * What a leader should look at before confirming. None of them blocks anything. `possibleDuplicate` comes from the
 * server, which alone knows what everybody recorded; the others follow from the content.
 */
export const entryFlags = [
  "numberAndBirthDiffer",
  "numberAndSexDiffer",
  "numberProvinceUnknown",
  "dossierUnitUnknown",
  "typedNotScanned",
  "clockOff",
  "possibleDuplicate",
  "notCheckedOut",
] as const;

export type EntryFlag = (typeof entryFlags)[number];

/** From this offset on a phone's time is worth mentioning (milliseconds). */
export const notableClockOffset = 10 * 60 * 1000;

/**
 * @param clockOffset server time minus phone time in milliseconds, as measured at the last contact
 */
export function flagsOf(content: EntryContent, clockOffset: number): EntryFlag[] {
  const typed = isTyped(content);
  return [
    ...new Set<EntryFlag>([
      ...warnAboutEntry(content).map(({ code }) => code),
      ...(typed ? ["typedNotScanned" as const] : []),
      ...(Math.abs(clockOffset) >= notableClockOffset ? ["clockOff" as const] : []),
      // Once confirmed it can't be amended any more: the check-out would be refused.
      ...(content.kind === "shiftAttendance" && !content.checkedOutAt ? ["notCheckedOut" as const] : []),
    ]),
  ];
}

function isTyped(content: EntryContent): boolean {
  if (content.kind !== "helpSession" || content.subject.kind !== "person") return false;
  const { personalNumber, scanned } = content.subject;
  return personalNumber !== undefined && !scanned.includes("personalNumber");
}
