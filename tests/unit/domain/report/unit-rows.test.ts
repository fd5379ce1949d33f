import { describe, expect, test } from "vitest";
import { changeSize, sortRows, unitRows, type UnitRow } from "@/lib/domain/report/unit-rows";
import { annexTable, someCells, someLine } from "../../../factories/report-table";

const names = (rows: readonly UnitRow[]) => rows.map(({ line: { place } }) => (place.kind === "unit" ? place.name : place.kind));
const left = (kind: "own" | "residual") => ({ ...someLine(kind), place: { kind } });

describe("the printed province", () => {
  const rows = unitRows(annexTable(), "online_dossiers");

  test("put in order by how far it has come begins with those over their target", () => {
    const sorted = sortRows(rows, { by: ({ achieved }) => achieved, descending: true });
    expect(names(sorted).slice(0, 3)).toEqual(["Huyện đoàn Vân Canh", "Thị đoàn An Nhơn", "Thị đoàn Hoài Nhơn"]);
    // Without a target there is no such number: those come last, in the order of the annexes.
    expect(sorted.slice(-5).map(({ ordinal }) => ordinal)).toEqual([3, 4, 5, 6, 8]);
  });

  test("keeps the order of the annexes where nothing tells units apart", () => {
    expect(sortRows(rows, { by: () => 0, descending: true }).map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test("has ranks for each member and each household that was asked for", () => {
    expect(rows.find(({ fair }) => fair.members?.rank === 1)!.line.place).toMatchObject({ name: "Thị đoàn Hoài Nhơn" });
    expect(rows.filter(({ fair }) => fair.households).length).toBe(11);
  });

  test("shares are measured at their targets and ranked by nothing", () => {
    const [first] = unitRows(annexTable(), "online_rate");
    expect(first!.achieved).toBeCloseTo(263 / 774 / 0.8);
    expect(first!.fair).toEqual({});
  });
});

test("what is left over comes after all units, whatever the order", () => {
  const table = { lines: [left("own"), left("residual"), someLine("A", { cells: someCells({ articles: 1 }) }), someLine("B", { cells: someCells({ articles: 2 }) })] };
  const rows = unitRows(table, "articles");
  const by = ({ value }: UnitRow) => Number(value);
  expect(names(sortRows(rows, { by, descending: true }))).toEqual(["B", "A", "own", "residual"]);
  expect(names(sortRows(rows, { by, descending: false }))).toEqual(["A", "B", "own", "residual"]);
});

test("names are in the order of the alphabet, numbers in them by their value", () => {
  const table = { lines: ["Đội 10", "Đội 2", "An Lão", "Ân Thạnh"].map((name) => someLine(name)) };
  const by = ({ line: { place } }: UnitRow) => (place.kind === "unit" ? place.name : undefined);
  expect(names(sortRows(unitRows(table, "articles"), { by, descending: false }))).toEqual(["An Lão", "Ân Thạnh", "Đội 2", "Đội 10"]);
});

test("what begun goes before all growth, and what nobody knows has no place", () => {
  expect([{ kind: "begun" }, { kind: "growth", percent: 1778 }, { kind: "points", points: -3 }, { kind: "nothing" }, { kind: "unknown" }].map((change) => changeSize(change as never)))
    .toEqual([Infinity, 1778, -3, 0, undefined]);
});
