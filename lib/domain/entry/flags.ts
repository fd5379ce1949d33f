import { warnAboutHelpSession } from "./check-help-session";
import type { HelpSession } from "./help-session";

/** What a leader should look at before confirming. None of them blocks anything. */
export const entryFlags = [
  "numberAndBirthDiffer",
  "numberAndSexDiffer",
  "numberProvinceUnknown",
  "dossierUnitUnknown",
  "typedNotScanned",
  "clockOff",
  "possibleDuplicate",
] as const;

export type EntryFlag = (typeof entryFlags)[number];

/** From this offset on a phone's time is worth mentioning (milliseconds). */
export const notableClockOffset = 10 * 60 * 1000;

/**
 * @param clockOffset server time minus phone time in milliseconds, as measured at the last contact
 * @param alreadyRecorded some key of this session was recorded before, by anyone
 */
export function flagsOf(session: HelpSession, clockOffset: number, alreadyRecorded: boolean): EntryFlag[] {
  const { subject } = session;
  const typed = subject.kind === "person" && subject.personalNumber && !subject.scanned.includes("personalNumber");
  return [
    ...new Set<EntryFlag>([
      ...warnAboutHelpSession(session).map(({ code }) => code),
      ...(typed ? ["typedNotScanned" as const] : []),
      ...(Math.abs(clockOffset) >= notableClockOffset ? ["clockOff" as const] : []),
      ...(alreadyRecorded ? ["possibleDuplicate" as const] : []),
    ]),
  ];
}
