import { expect, it } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import { monthsBetween } from "@/lib/domain/time/months";

it("lists whole months, the newest first, over the turn of a year and in a leap year", () => {
  expect(monthsBetween(LocalDate.parse("2023-12-31"), LocalDate.parse("2024-02-01"))).toEqual([
    { from: "2024-02-01", through: "2024-02-29" }, { from: "2024-01-01", through: "2024-01-31" }, { from: "2023-12-01", through: "2023-12-31" },
  ]);
});

it("is one month for one day, and none when the last day is before the first month", () => {
  expect(monthsBetween(LocalDate.parse("2026-05-15"), LocalDate.parse("2026-05-15"))).toEqual([{ from: "2026-05-01", through: "2026-05-31" }]);
  expect(monthsBetween(LocalDate.parse("2026-05-15"), LocalDate.parse("2026-04-30"))).toEqual([]);
});
