import type { Refusal, Warning } from "../refusal";
import { localDateOf, type LocalDate } from "../time/local-date";
import { checkHelpSession, warnAboutHelpSession } from "./check-help-session";
import type { EntryContent } from "./entry-content";
import type { HouseholdVisit } from "./household-visit";
import type { OutreachEvent } from "./outreach-event";
import type { ShiftAttendance } from "./shift-attendance";

/**
 * The rules that need several fields; single fields are the schemas'. No clock is asked, see `happenedOnOf`.
 * @returns every refusal with the field it belongs to; empty when the entry may be saved
 */
export function checkEntry(content: EntryContent): Refusal[] {
  switch (content.kind) {
    case "helpSession": return checkHelpSession(content);
    case "householdVisit": return checkVisit(content);
    case "outreachEvent": return checkEvent(content);
    case "article": return [];
    case "shiftAttendance": return checkAttendance(content);
  }
}

/** Worth asking about; saving stays possible. */
export function warnAboutEntry(content: EntryContent): Warning[] {
  return content.kind === "helpSession" ? warnAboutHelpSession(content) : [];
}

/** For forms, where the person who typed a time is still there to correct it. */
export function checkHappenedAt(content: EntryContent, now: string): Refusal[] {
  if (content.kind === "article") return content.publishedOn > localDateOf(now) ? [{ code: "happenedInFuture", field: "publishedOn" }] : [];
  return content.happenedAt > now ? [{ code: "happenedInFuture", field: "happenedAt" }] : [];
}

/**
 * The day an entry counts for: as claimed, but never later than the day of whoever decides, so a clock that
 * runs ahead cannot reach into the future. An article counts for the day of publication.
 */
export function happenedOnOf(content: EntryContent, now: string): LocalDate {
  const claimed = content.kind === "article" ? content.publishedOn : localDateOf(content.happenedAt);
  const today = localDateOf(now);
  return claimed < today ? claimed : today;
}

/** A name is kept only of a household that was informed and agreed. */
function checkVisit({ household, result, consent, outcomes, comeBackOn, happenedAt }: HouseholdVisit): Refusal[] {
  const informed = result === "informed";
  return [
    ...(informed && !household.head ? [{ code: "required", field: "household.head" } as const] : []),
    ...((household.head || (informed && household.address)) && !consent?.purposes.includes("record")
      ? [{ code: "consentMissing", field: "consent.purposes" } as const]
      : []),
    ...(informed !== (outcomes.length === 1) ? [{ code: "malformed", field: "outcomes" } as const] : []),
    ...(comeBackOn && comeBackOn < localDateOf(happenedAt) ? [{ code: "comeBackInPast", field: "comeBackOn" } as const] : []),
  ];
}

function checkEvent({ attendance: { youth, others } }: OutreachEvent): Refusal[] {
  return youth + others === 0 ? [{ code: "attendanceMissing", field: "attendance.youth" }] : [];
}

const longestShiftMs = 16 * 60 * 60 * 1000;

function checkAttendance({ happenedAt, checkedOutAt }: ShiftAttendance): Refusal[] {
  if (!checkedOutAt) return [];
  if (checkedOutAt <= happenedAt) return [{ code: "checkOutBeforeCheckIn", field: "checkedOutAt" }];
  return Date.parse(checkedOutAt) - Date.parse(happenedAt) > longestShiftMs ? [{ code: "shiftTooLong", field: "checkedOutAt" }] : [];
}
