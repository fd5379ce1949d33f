import * as z from "zod/mini";
import { Uuid, uuidV7 } from "../ids";
import { addDays, LocalDate, type LocalDate as Day } from "../time/local-date";
import { SurveyAnswers } from "./survey-answers";
import { SurveyCode } from "./survey-code";

/** On whose device it was answered: the citizen's own, or the volunteer's at the counter. */
export const surveyChannels = ["own", "counter"] as const;
export type SurveyChannel = (typeof surveyChannels)[number];

/** One anonymous response: where and on which day, never who and never when on that day. */
export const SurveyResponse = z.strictObject({
  id: Uuid,
  code: SurveyCode,
  answeredOn: LocalDate,
  channel: z.enum(surveyChannels),
  answers: SurveyAnswers,
});
export type SurveyResponse = z.infer<typeof SurveyResponse>;

/**
 * The id of a response, UUIDv7 made on the device. Its time is the beginning of the day: an id must not tell
 * the minute that the rest of the response leaves out.
 * @param random at least 10 bytes from a cryptographic source
 */
export function surveyResponseId(day: Day, random: Uint8Array): Uuid {
  return uuidV7(Date.parse(`${day}T00:00:00Z`), random);
}

/** A device may be without a network for so many days; an older day is a wrong clock. */
const longestUnsentDays = 90;

/**
 * The day a response counts for: the one the device claims, at most today, and not longer ago than a device
 * may have kept it.
 */
export function countedDay(claimed: Day, today: Day): Day {
  const earliest = addDays(today, -longestUnsentDays);
  if (claimed > today) return today;
  return claimed < earliest ? earliest : claimed;
}

/**
 * Does the point take a response of this day? What was answered while the point was open still arrives after it
 * was retired, because a device may be offline for weeks.
 * @param retiredOn day on which it was retired; undefined while it is open
 */
export function takesResponse(retiredOn: Day | undefined, day: Day): boolean {
  return retiredOn === undefined || day <= retiredOn;
}
