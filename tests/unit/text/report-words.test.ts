import { expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import { pointNames } from "@/lib/text/report";
import { listText, longDay, ratioText, shortDay, twoDigits } from "@/lib/text/report-words";

const day = (text: string) => LocalDate.parse(text);

test("days as documents of the administration write them", () => {
  expect([longDay(day("2023-08-01")), longDay(day("2026-02-15")), shortDay(day("2023-07-01")), shortDay(day("2023-12-31"))]).toEqual(["01 tháng 8 năm 2023", "15 tháng 02 năm 2026", "01/7/2023", "31/12/2023"]);
});

test("how many units: two digits, as it is written", () => {
  expect([twoDigits(0), twoDigits(3), twoDigits(12), ratioText({ part: 42_628, whole: 133_136 })]).toEqual(["00", "03", "12", "42.628/133.136"]);
});

test("a hundred communes are not all named: how many more there are is", () => {
  const names = Array.from({ length: 25 }, (_, index) => `Xã ${index + 1}`);
  expect(listText(names)).toMatch(/^Xã 1, .*, Xã 20 và 05 đơn vị khác$/);
  expect(listText(names.slice(0, 20))).not.toContain("khác");
});

test("two points of one month are told apart by their days", () => {
  const point = (through: string) => ({ through: day(through), asOf: day(through) });
  expect(pointNames(point("2023-07-01"), point("2023-08-01"))).toEqual({ before: "tháng 7/2023", now: "tháng 8/2023" });
  expect(pointNames(point("2023-08-01"), point("2023-08-31"))).toEqual({ before: "ngày 01/8/2023", now: "ngày 31/8/2023" });
});
