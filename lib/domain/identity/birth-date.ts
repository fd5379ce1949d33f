import * as z from "zod/mini";
import { missingOr } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";
import { daysInMonth, isCalendarDate, partsOfDate, type LocalDate } from "../time/local-date";

const year = z
  .int({ error: missingOr("birthDateMalformed") })
  .check(z.gte(1900, { error: "birthDateTooLongAgo" }), z.lte(9999, { error: "birthDateMalformed" }));
const month = z
  .int({ error: missingOr("birthDateMalformed") })
  .check(z.gte(1, { error: "birthDateNotInCalendar" }), z.lte(12, { error: "birthDateNotInCalendar" }));
const day = z.int({ error: missingOr("birthDateMalformed") });

/**
 * A birth as far as the card knows it: some hold no day or no month, and none is invented for them.
 * The schema checks the calendar; only `checkBirthDate` knows today. Source: facts §1.
 */
export type BirthDate = z.infer<typeof BirthDate>;
export const BirthDate = z.discriminatedUnion(
  "precision",
  [
    z.object({ precision: z.literal("day"), year, month, day }).check(
      z.refine((birth) => isCalendarDate(birth.year, birth.month, birth.day), { error: "birthDateNotInCalendar" }),
    ),
    z.object({ precision: z.literal("month"), year, month }),
    z.object({ precision: z.literal("year"), year }),
  ],
  { error: missingOr("birthDateMalformed") },
);

/** Where youth begins and ends, in completed years, both included. Settings, not code. Source: facts §4. */
export type AgeLimits = { readonly youthFrom: number; readonly youthThrough: number };

/** `under16` is below youth, `adult` above it ("ngoài độ tuổi thanh niên"), whatever the limits are set to. */
export type AgeBucket = "under16" | "youth" | "adult";

/**
 * Reads a birth as cards hold it: `DDMMYYYY`, `00MMYYYY`, `0000YYYY`, `MMYYYY` or `YYYY`. Refuses with
 * `required`, `birthDateMalformed`, `birthDateNotInCalendar`, `birthDateInFuture` or `birthDateTooLongAgo`.
 */
export function parseBirthDateOnCard(text: string, today: LocalDate): Result<BirthDate, RefusalCode> {
  const digits = cleanText(text);
  if (digits === "") return err("required");
  // Six digits are month and year only: 150395 would be a guess at the century.
  const match = /^(?:(\d{2})(\d{2})(\d{4})|(\d{2})((?:19|20)\d{2})|(\d{4}))$/.exec(digits);
  if (!match) return err("birthDateMalformed");
  return birthOf(match[1] ?? 0, match[2] ?? match[4] ?? 0, match[3] ?? match[5] ?? match[6], today);
}

/**
 * Reads a birth as people type it: `15/03/1995`, `15-3-1995`, `15.3.1995`, `03/1995`, `1995`, or digits as on
 * a card. Years need four digits. Refuses as `parseBirthDateOnCard`.
 */
export function parseTypedBirthDate(text: string, today: LocalDate): Result<BirthDate, RefusalCode> {
  const typed = cleanText(text).replace(/ ?[/.\p{Pd} ] ?/gu, "/");
  const match = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(typed);
  return match ? birthOf(match[1] ?? 0, match[2], match[3], today) : parseBirthDateOnCard(typed, today);
}

/** Whether a birth is possible for somebody alive today. Refuses with `birthDateInFuture` or `birthDateTooLongAgo`. */
export function checkBirthDate(birth: BirthDate, today: LocalDate): Result<BirthDate, RefusalCode> {
  const now = partsOfDate(today);
  if (birth.year < 1900 || now.year - birth.year > longestLife) return err("birthDateTooLongAgo");
  const earliest = { month: 1, day: 1, ...birth };
  const ahead = earliest.year - now.year || earliest.month - now.month || earliest.day - now.day;
  return ahead > 0 ? err("birthDateInFuture") : ok(birth);
}

/** `15/03/1995`, `03/1995` or `1995`. */
export function formatBirthDate(birth: BirthDate): string {
  const parts = [birth.precision === "day" ? birth.day : 0, birth.precision === "year" ? 0 : birth.month];
  const known = parts.filter((part) => part > 0).map((part) => String(part).padStart(2, "0"));
  return [...known, String(birth.year).padStart(4, "0")].join("/");
}

/**
 * Completed years on a day in Vietnam. Who was born on 29 February has their birthday on 1 March in other
 * years. With a year only it is the difference of years, never exact; with a month only it is inexact while
 * the birthday may still be ahead in that month, and counts it as past. Negative before birth. Source: facts §4.
 */
export function ageOn(birth: BirthDate, day: LocalDate): { years: number; exact: boolean } {
  const on = partsOfDate(day);
  const years = on.year - birth.year;
  if (birth.precision === "year") return { years, exact: false };
  if (on.month !== birth.month) return { years: on.month < birth.month ? years - 1 : years, exact: true };
  if (birth.precision === "month") return { years, exact: on.day >= daysInMonth(birth.year, birth.month) };
  return { years: on.day < birth.day ? years - 1 : years, exact: true };
}

/** The age group on the day of the activity. Source: facts §4. */
export function ageBucketOn(
  birth: BirthDate,
  day: LocalDate,
  limits: AgeLimits = { youthFrom: 16, youthThrough: 30 },
): AgeBucket {
  const { years } = ageOn(birth, day);
  if (years < limits.youthFrom) return "under16";
  return years <= limits.youthThrough ? "youth" : "adult";
}

/** Years; a guard against typing errors, nobody in the province comes near. */
const longestLife = 120;

/** A day or month of 0 is one that the card doesn't know. */
function birthOf(
  dayText: string | number,
  monthText: string | number | undefined,
  yearText: string | undefined,
  today: LocalDate,
): Result<BirthDate, RefusalCode> {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (!isCalendarDate(year, month || 1, day || 1) || (month === 0 && day > 0)) return err("birthDateNotInCalendar");
  if (month === 0) return checkBirthDate({ precision: "year", year }, today);
  if (day === 0) return checkBirthDate({ precision: "month", year, month }, today);
  return checkBirthDate({ precision: "day", year, month, day }, today);
}
