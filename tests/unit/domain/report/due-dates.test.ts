import { describe, expect, test } from "vitest";
import { nextBatch, openMonths, servicesDeadlines } from "@/lib/domain/report/due-dates";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);

describe("the table of essential services", () => {
  test.each([
    ["2024-02-01", [["police", "2024-02-15", 14, "2024-02"], ["ministry", "2024-02-21", 20, "2024-02"]]],
    ["2024-02-15", [["police", "2024-02-15", 0, "2024-02"], ["ministry", "2024-02-21", 6, "2024-02"]]],
    ["2024-02-16", [["ministry", "2024-02-21", 5, "2024-02"], ["police", "2024-03-15", 28, "2024-03"]]],
    ["2024-02-21", [["ministry", "2024-02-21", 0, "2024-02"], ["police", "2024-03-15", 23, "2024-03"]]],
    ["2024-02-22", [["police", "2024-03-15", 22, "2024-03"], ["ministry", "2024-03-21", 28, "2024-03"]]],
    ["2024-12-31", [["police", "2025-01-15", 15, "2025-01"], ["ministry", "2025-01-21", 21, "2025-01"]]],
    ["2025-01-31", [["police", "2025-02-15", 15, "2025-02"], ["ministry", "2025-02-21", 21, "2025-02"]]],
  ])("on %s goes out next", (today, expected) => {
    expect(servicesDeadlines(day(today)).map(({ to, day, daysLeft, month }) => [to, day, daysLeft, month])).toEqual(expected);
  });

  test("a Sunday is a day like others", () => {
    expect(servicesDeadlines(day("2026-11-15"))[0]).toEqual({ to: "police", day: "2026-11-15", daysLeft: 0, month: "2026-11" });
  });
});

test.each([
  ["2026-11-19", "2026-11-20", 1],
  ["2026-11-20", "2026-11-20", 0],
  ["2026-11-21", "2026-11-27", 6],
])("on %s the batch of the police is due %s", (today, friday, daysLeft) => expect(nextBatch(day(today))).toEqual({ day: friday, daysLeft }));

describe("months to close", () => {
  const monthOf = (name: string, last: number) => ({ from: day(`${name}-01`), through: day(`${name}-${last}`) });

  test("are over, and closed neither alone nor within a quarter", () => {
    const closed = [{ from: day("2026-01-01"), through: day("2026-03-31") }, monthOf("2026-05", 31)];
    expect(openMonths(day("2026-02-10"), day("2026-06-30"), closed)).toEqual([monthOf("2026-04", 30)]);
  });

  test("are open from the first day after their last", () => {
    expect(openMonths(day("2026-05-01"), day("2026-05-31"), [])).toEqual([]);
    expect(openMonths(day("2026-05-01"), day("2026-06-01"), [])).toEqual([monthOf("2026-05", 31)]);
  });

  test("are not closed by a period that ends within them", () => {
    expect(openMonths(day("2026-05-01"), day("2026-06-01"), [{ from: day("2026-04-15"), through: day("2026-05-14") }])).toHaveLength(1);
  });
});
