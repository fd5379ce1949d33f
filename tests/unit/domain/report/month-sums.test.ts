import { expect, test } from "vitest";
import { monthsUntil, runningSums, sumByMonth, type MonthSums } from "@/lib/domain/report/month-sums";
import { roundTicks } from "@/lib/domain/report/scale";
import { LocalDate } from "@/lib/domain/time/local-date";

const month = (text: string) => LocalDate.parse(`2023-${text}-01`);
const row = (at: string, unitId: string, counts: MonthSums["counts"]): MonthSums => ({ place: "unit", unitId, month: month(at), counts });

test("months of a year until the one that holds the day", () => {
  expect(monthsUntil(LocalDate.parse("2023-03-15"))).toEqual([month("01"), month("02"), month("03")]);
});

test("what places added is summed by month; months without anything are empty", () => {
  const rows = [row("01", "a", { recorded: 3, matched: 1 }), row("01", "b", { recorded: 2 }), row("03", "a", { matched: -1 })];
  expect(sumByMonth(rows, [month("01"), month("02"), month("03")])).toEqual([{ recorded: 5, matched: 1 }, {}, { matched: -1 }]);
});

test("how far it had come begins with what there was", () => {
  expect(runningSums([{ part: 1, whole: 2 }, {}, { whole: 3 }], { part: 10, whole: 20 })).toEqual([
    { part: 11, whole: 22 }, { part: 11, whole: 22 }, { part: 11, whole: 25 },
  ]);
});

test("a scale ends at a round value at or above the largest, in few steps", () => {
  expect(roundTicks(51_000)).toEqual([0, 20_000, 40_000, 60_000]);
  expect(roundTicks(0)).toEqual([0, 1]);
  for (const largest of [1, 2, 3, 7, 9, 40, 99, 100, 101, 1_014, 2_460, 77_928, 468_937, 10_000_000]) {
    const ticks = roundTicks(largest);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
    expect(ticks.at(-2)).toBeLessThan(largest);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every(Number.isInteger)).toBe(true);
  }
});
