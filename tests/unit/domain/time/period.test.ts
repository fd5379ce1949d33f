import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, LocalDate } from "@/lib/domain/time/local-date";
import { comparablePart, daysOf, isIn, lastPeriods, periodAround, periodBefore, periodKinds } from "@/lib/domain/time/period";

const day = (text: string) => LocalDate.parse(text);
const shown = ({ from, through }: { from: string; through: string }) => `${from} ${through}`;

describe("a period", () => {
  it.each([
    ["day", "2026-11-22", "2026-11-22 2026-11-22"],
    ["week", "2026-11-22", "2026-11-16 2026-11-22"],
    ["week", "2026-11-23", "2026-11-23 2026-11-29"],
    ["week", "2027-01-01", "2026-12-28 2027-01-03"],
    ["month", "2026-11-30", "2026-11-01 2026-11-30"],
    ["month", "2028-02-10", "2028-02-01 2028-02-29"],
    ["month", "2026-12-31", "2026-12-01 2026-12-31"],
  ] as const)("of a %s around %s", (kind, date, expected) => expect(shown(periodAround(kind, day(date)))).toBe(expected));

  it("follows the one before it without a gap, across a year's end too", () => {
    expect(lastPeriods("month", day("2027-02-03"), 4).map(({ from }) => from)).toEqual(["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]);
    expect(lastPeriods("week", day("2027-01-02"), 3).map(({ from }) => from)).toEqual(["2026-12-14", "2026-12-21", "2026-12-28"]);
    fc.assert(fc.property(fc.constantFrom(...periodKinds), fc.integer({ min: 0, max: 20_000 }), (kind, days) => {
      const date = addDays(day("1990-01-01"), days);
      const period = periodAround(kind, date);
      expect(isIn(date, period)).toBe(true);
      expect(addDays(periodBefore(period).through, 1)).toBe(period.from);
      expect(addDays(period.from, daysOf(period) - 1)).toBe(period.through);
    }));
  });
});

it.each([
  ["day", "2026-11-22", "2026-11-21 2026-11-21"],
  ["week", "2026-11-18", "2026-11-09 2026-11-11"],
  ["week", "2026-11-22", "2026-11-09 2026-11-15"],
  ["month", "2026-11-22", "2026-10-01 2026-10-22"],
  ["month", "2026-11-30", "2026-10-01 2026-10-31"],
  ["month", "2026-03-30", "2026-02-01 2026-02-28"],
] as const)("a %s that has come to %s is compared with as much of the one before", (kind, date, expected) => {
  expect(shown(comparablePart(periodAround(kind, day(date)), day(date)))).toBe(expected);
});
