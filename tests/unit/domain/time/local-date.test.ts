import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays, compare, daysInMonth, formatDate, Instant, isCalendarDate, LocalDate, localDateOf, parseInstant, parseLocalDate,
  partsOfDate,
} from "@/lib/domain/time/local-date";
import { anyText } from "../any-text";

const date = (text: string) => LocalDate.parse(text);

describe("the day in Vietnam", () => {
  test.each([
    ["2026-08-06T16:59:59.999Z", "2026-08-06"],
    ["2026-08-06T17:00:00.000Z", "2026-08-07"],
    ["2026-12-31T17:00:00Z", "2027-01-01"],
    ["2024-02-28T20:00:00Z", "2024-02-29"],
    ["0050-01-01T00:00:00Z", "0050-01-01"],
  ])("at %s is %s", (instant, expected) => expect(localDateOf(instant)).toBe(expected));

  test.each(["", "2026-08-06", "2026-08-06T10:00:00", "2026-08-06T10:00:00+07:00", "hôm nay"])(
    "of %j is a mistake of ours, not a guess",
    (text) => expect(() => localDateOf(text)).toThrow(RangeError),
  );

  test("agrees with the time zone database", () => {
    const inVietnam = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit", day: "2-digit" });
    const moment = fc.date({ min: new Date("1980-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(fc.property(moment, (at) => localDateOf(at.toISOString()) === inVietnam.format(at)));
  });
});

describe("the calendar", () => {
  test.each([
    [2024, 2, 29, true], [2023, 2, 29, false], [2000, 2, 29, true], [1900, 2, 29, false], [2026, 2, 31, false],
    [2026, 4, 31, false], [2026, 12, 31, true], [2026, 13, 1, false], [2026, 0, 1, false], [2026, 1, 0, false],
    [2026, 1.5, 1, false], [2026, 1, 1.5, false], [2026.5, 1, 1, false], [Number.NaN, 1, 1, false], [-1, 1, 1, false],
    [10000, 1, 1, false],
  ])("%d-%d-%d: %s", (year, month, day, expected) => expect(isCalendarDate(year, month, day)).toBe(expected));

  test("agrees with Date on every day of a leap cycle", () => {
    for (let at = Date.UTC(1999, 0, 1); at < Date.UTC(2005, 0, 1); at += 86_400_000) {
      const [year, month, day] = new Date(at).toISOString().slice(0, 10).split("-").map(Number);
      expect(isCalendarDate(year!, month!, day!)).toBe(true);
    }
    expect([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(2023, 13), daysInMonth(2023.5, 1)]).toEqual([29, 28, 0, 0]);
  });
});

describe("days", () => {
  test.each([
    ["2024-02-28", 1, "2024-02-29"], ["2023-02-28", 1, "2023-03-01"], ["2026-01-01", -1, "2025-12-31"], ["2026-08-07", 0, "2026-08-07"],
    ["0099-12-31", 1, "0100-01-01"],
  ])("%s and %d days is %s", (from, days, expected) => expect(addDays(date(from), days)).toBe(expected));

  test("there and back is where one began", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(Math.sign(compare(addDays(from, days), from))).toBe(Math.sign(days));
      }),
    );
  });

  test("beyond four digits of year is a mistake of ours", () => {
    expect(() => addDays(date("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(date("0000-01-01"), -1)).toThrow(RangeError);
  });

  test("are compared, taken apart and shown", () => {
    expect(["2026-01-02", "2025-12-31", "2026-01-01"].map(date).sort(compare)).toEqual(["2025-12-31", "2026-01-01", "2026-01-02"]);
    expect(compare(date("2026-01-01"), date("2026-01-01"))).toBe(0);
    expect(partsOfDate(date("2026-08-07"))).toEqual({ year: 2026, month: 8, day: 7 });
    expect(formatDate(date("2026-08-07"))).toBe("07/08/2026");
  });
});

describe("reading a day", () => {
  test.each([
    ["", "required"], ["  ", "required"], ["2026-02-31", "malformed"], ["2026-2-3", "malformed"], ["07/08/2026", "malformed"],
    ["2026-08-07T00:00:00Z", "malformed"],
  ])("%j is refused: %s", (text, error) => expect(parseLocalDate(text)).toEqual({ ok: false, error }));
  test("spaces around it don't matter", () => expect(parseLocalDate(" 2026-08-07 ")).toEqual({ ok: true, value: "2026-08-07" }));
  test("never throws", () => void fc.assert(fc.property(anyText, (text) => void parseLocalDate(text))));
});

describe("reading a moment", () => {
  test.each([
    ["2026-08-07T02:46:00Z", "2026-08-07T02:46:00.000Z"],
    ["2026-08-07T02:46:00.5Z", "2026-08-07T02:46:00.500Z"],
    ["2026-08-07T02:46:00.123456789Z", "2026-08-07T02:46:00.123Z"],
  ])("%s is kept as %s", (text, expected) => expect(Instant.parse(text)).toBe(expected));

  test.each([
    ["", "required"], ["2026-08-07T02:46:00+07:00", "malformed"], ["2026-08-07T02:46:00", "malformed"], ["2026-08-07T24:00:00Z", "malformed"],
    ["2026-08-07T02:60:00Z", "malformed"], ["2026-08-07T02:00:60Z", "malformed"], ["2026-02-30T02:00:00Z", "malformed"],
    ["9999-12-31T23:00:00Z", "malformed"], ["2026-08-07T02:46Z", "malformed"], ["1786070760000", "malformed"],
  ])("%j is refused: %s", (text, error) => expect(parseInstant(text)).toEqual({ ok: false, error }));

  test("what Date writes is read unchanged, again and again", () => {
    const moment = fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9998-12-31T00:00:00Z"), noInvalidDate: true });
    fc.assert(fc.property(moment, (at) => Instant.parse(Instant.parse(at.toISOString())) === at.toISOString()));
  });
});

const anyDate = fc
  .date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("2999-01-01T00:00:00Z"), noInvalidDate: true })
  .map((at) => date(at.toISOString().slice(0, 10)));
