import fc from "fast-check";
import { expect, test } from "vitest";
import { straightPathAt, yearPassed } from "@/lib/domain/report/straight-path";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);

test("a year has passed when its last day ends, and none of it before the first", () => {
  expect(yearPassed(day("2023-12-31"))).toBe(1);
  expect(yearPassed(day("2023-01-01"))).toBe(1 / 365);
  expect(yearPassed(day("2024-12-31"))).toBe(1);
  expect(yearPassed(day("2024-06-30"))).toBe(182 / 366);
});

test("the path goes from what there was to the target", () => {
  expect(straightPathAt(day("2023-12-31"), { before: 0, target: 51_000 })).toBe(51_000);
  expect(straightPathAt(day("2024-06-30"), { before: 1_000, target: 1_366 })).toBeCloseTo(1_182);
  expect(straightPathAt(day("2023-03-01"), { before: 60_000, target: 48_000 })).toBe(48_000);
});

test("it never falls and never goes beyond the target, for any numbers", () => {
  const date = fc.integer({ min: 1, max: 12 }).chain((month) => fc.integer({ min: 1, max: 28 }).map((one) => day(`2023-${String(month).padStart(2, "0")}-${String(one).padStart(2, "0")}`)));
  fc.assert(fc.property(date, date, fc.nat(), fc.nat(), (a, b, before, target) => {
    const [early, late] = a <= b ? [a, b] : [b, a];
    const [first, last] = [straightPathAt(early, { before, target }), straightPathAt(late, { before, target })];
    expect(first).toBeLessThanOrEqual(last);
    expect(last).toBeLessThanOrEqual(target);
  }));
});
