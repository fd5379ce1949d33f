import { expect, test } from "vitest";
import { cellsOf, noCount, type ReportLine } from "@/lib/domain/report/report-table";
import { unitsOnPath } from "@/lib/domain/report/units-behind";
import { LocalDate } from "@/lib/domain/time/local-date";

/** The middle of a year, to the day. */
const point = { through: LocalDate.parse("2023-07-02"), asOf: LocalDate.parse("2023-07-02") };
const cells = (matched: number) => cellsOf((indicator) => (indicator === "member_accounts" ? { recorded: 900, confirmed: 900, matched } : noCount), () => undefined);

function line(matched: number, before: number, targets: ReportLine["targets"], kind: "unit" | "own" = "unit"): ReportLine {
  const place = kind === "unit" ? { kind, id: "01890000-0000-7000-8000-000000000001", name: "Huyện đoàn Vân Canh" } : { kind };
  return { place, members: 0, cells: cells(matched), previous: cells(before), targets };
}

test("a unit is behind when it has less than the straight path from the year's beginning asks for", () => {
  const target = { member_accounts: 200 };
  const lines = [line(149, 100, target), line(151, 100, target), line(99, 0, target), line(102, 0, target)];
  expect(unitsOnPath({ lines, point })).toEqual({ withTargets: 4, behind: 2, withoutTargets: 0 });
});

test("a target of 0 asks for nothing, one that is reached for no more, and only units are asked", () => {
  const lines = [line(0, 0, { member_accounts: 0 }), line(200, 200, { member_accounts: 200 }), line(0, 0, {}), line(0, 0, {}, "own")];
  expect(unitsOnPath({ lines, point })).toEqual({ withTargets: 2, behind: 0, withoutTargets: 1 });
});
