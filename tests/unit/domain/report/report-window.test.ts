import { describe, expect, test } from "vitest";
import { equallyKnown, windowBefore, windowKindOf, windowUntil } from "@/lib/domain/report/report-window";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);
const days = (first: string, through: string) => ({ first: day(first), through: day(through) });
const until = (through: string) => ({ through: day(through) });

test("a window that begins with a month, quarter or year and ends within it is one", () => {
  expect(windowKindOf(until("2023-08-31"))).toBe("scheme");
  expect(windowKindOf(days("2023-08-01", "2023-08-31"))).toBe("month");
  expect(windowKindOf(days("2023-08-01", "2023-08-15"))).toBe("month");
  expect(windowKindOf(days("2023-07-01", "2023-08-15"))).toBe("quarter");
  expect(windowKindOf(days("2023-01-01", "2023-08-15"))).toBe("year");
  // The first month of a quarter is a month, the first quarter of a year a quarter.
  expect(windowKindOf(days("2023-01-01", "2023-01-15"))).toBe("month");
  expect(windowKindOf(days("2023-01-01", "2023-03-31"))).toBe("quarter");
  expect(windowKindOf(days("2023-08-02", "2023-08-31"))).toBe("days");
  expect(windowKindOf(days("2022-01-01", "2023-08-31"))).toBe("days");
});

test("the usual windows reach until the day", () => {
  const today = day("2026-11-22");
  expect(windowUntil("scheme", today)).toEqual(until("2026-11-22"));
  expect(windowUntil("year", today)).toEqual(days("2026-01-01", "2026-11-22"));
  expect(windowUntil("quarter", today)).toEqual(days("2026-10-01", "2026-11-22"));
  expect(windowUntil("month", today)).toEqual(days("2026-11-01", "2026-11-22"));
});

describe("a window is compared with", () => {
  test("the scheme a month before", () => {
    expect(windowBefore(until("2023-08-31"))).toEqual(until("2023-07-31"));
    expect(windowBefore(until("2023-08-15"))).toEqual(until("2023-07-15"));
    expect(windowBefore(until("2023-03-30"))).toEqual(until("2023-02-28"));
    expect(windowBefore(until("2023-01-31"))).toEqual(until("2022-12-31"));
  });

  test("as much of the month, quarter or year before", () => {
    expect(windowBefore(days("2024-03-01", "2024-03-31"))).toEqual(days("2024-02-01", "2024-02-29"));
    expect(windowBefore(days("2026-11-01", "2026-11-22"))).toEqual(days("2026-10-01", "2026-10-22"));
    expect(windowBefore(days("2026-10-01", "2026-11-22"))).toEqual(days("2026-07-01", "2026-08-22"));
    expect(windowBefore(days("2026-01-01", "2026-11-22"))).toEqual(days("2025-01-01", "2025-11-22"));
    expect(windowBefore(days("2026-02-01", "2026-02-28"))).toEqual(days("2026-01-01", "2026-01-31"));
  });

  test("as many days right before", () => {
    expect(windowBefore(days("2026-11-10", "2026-11-22"))).toEqual(days("2026-10-28", "2026-11-09"));
  });
});

test("two points are known equally when decisions had as many days", () => {
  const today = day("2023-12-01");
  const known = (asOf: string) => equallyKnown({ through: day("2023-08-31"), asOf: day(asOf) }, until("2023-07-31"), today).asOf;
  expect(known("2023-08-31")).toBe("2023-07-31");
  expect(known("2023-09-10")).toBe("2023-08-10");
  expect(equallyKnown({ through: day("2023-08-31"), asOf: today }, until("2023-10-31"), today).asOf).toBe(today);
});
