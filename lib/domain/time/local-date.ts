import type * as z from "zod/mini";
import { parsedText } from "../parsed-text";
import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";

/** A calendar day in Vietnam, `YYYY-MM-DD`, years 0000–9999. Sorts as text. */
export type LocalDate = string & z.core.$brand<"LocalDate">;
export const LocalDate = parsedText(parseLocalDate);

/** A moment, ISO 8601 in UTC with milliseconds: `2026-08-07T02:46:00.000Z`. Sorts as text. */
export type Instant = string & z.core.$brand<"Instant">;
/** Needs the `Z`; fractions beyond milliseconds are cut, missing ones filled. */
export const Instant = parsedText(parseInstant);

/** Reads `YYYY-MM-DD`. Refuses with `required` or `malformed`, also for 31 February. */
export function parseLocalDate(text: string): Result<LocalDate, RefusalCode> {
  const trimmed = text.trim();
  if (trimmed === "") return err("required");
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed) ?? [];
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return err("malformed");
  return ok(trimmed as LocalDate);
}

/** Reads an ISO 8601 moment in UTC. Refuses with `required` or `malformed`. */
export function parseInstant(text: string): Result<Instant, RefusalCode> {
  const trimmed = text.trim();
  if (trimmed === "") return err("required");
  const match = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?Z$/.exec(trimmed);
  if (!match) return err("malformed");
  const [, year, month, day, hours, minutes, seconds, fraction = ""] = match;
  // The last year is left out so that the local day of every instant has four digits of year too.
  if (year === "9999" || !isCalendarDate(Number(year), Number(month), Number(day))) return err("malformed");
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  return ok(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z` as Instant);
}

/** The day in Vietnam (UTC+7 all year) at an ISO 8601 moment in UTC. Throws on other text: parse first. */
export function localDateOf(instant: string): LocalDate {
  const parsed = parseInstant(instant);
  if (!parsed.ok) throw new RangeError("localDateOf needs an ISO 8601 moment in UTC");
  return dateOfMilliseconds(Date.parse(parsed.value) + vietnamOffset);
}

/** Whether the Gregorian calendar has this day; month 1–12. Also false for anything but integers. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return Number.isInteger(day) && year >= 0 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month, 1–12; 0 for a month or year that isn't one. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(year)) return 0;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day `days` later (earlier if negative). Throws beyond the years 0000–9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfMilliseconds(Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay);
}

/** Negative, 0 or positive as `a` is before, on or after `b`. For `Array.sort`. */
export function compare(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The parts as numbers; month 1–12. */
export function partsOfDate(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** As shown on screen and paper: `dd/MM/yyyy`. Source: facts §6. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;
/** Vietnam has had no daylight saving time since long before the scheme. */
const vietnamOffset = 7 * 60 * 60 * 1000;
const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOfMilliseconds(milliseconds: number): LocalDate {
  const iso = new Date(milliseconds).toISOString();
  if (!/^\d/.test(iso)) throw new RangeError("A local date has a year of four digits");
  return iso.slice(0, 10) as LocalDate;
}
