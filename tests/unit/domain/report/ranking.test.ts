import { expect, test } from "vitest";
import { rankUnits } from "@/lib/domain/report/ranking";
import { annexTable, someCells, someLine } from "../../../factories/report-table";

const unit = (name: string, accounts: number, members: number, households = 0) =>
  someLine(name, { members, cells: someCells({ citizen_accounts: accounts }), targets: { households } });

test("a small unit that does much for its size comes before a large one", () => {
  const lines = [unit("Lớn", 900, 9_000), unit("Nhỏ", 150, 300), unit("Vừa", 500, 1_000)];
  expect(rankUnits({ lines }, "citizen_accounts", "members").ranked.map(({ place, rank }) => [place.kind === "unit" && place.name, rank])).toEqual([["Nhỏ", 1], ["Vừa", 1], ["Lớn", 3]]);
});

test("equal shares have equal ranks, whatever the size; who has no base stands apart", () => {
  const lines = [unit("A", 2, 1, 3), unit("B", 2_000, 1, 3_000), unit("C", 1, 1, 3), unit("D", 5, 1, 0)];
  const { ranked, unranked } = rankUnits({ lines }, "citizen_accounts", "households");
  expect(ranked.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  expect(unranked).toEqual([{ kind: "unit", id: "D", name: "D" }]);
});

test("the twenty units: those without households given are not ranked by them", () => {
  const { ranked, unranked } = rankUnits(annexTable(), "households", "households");
  expect([ranked.length, unranked.length]).toEqual([11, 9]);
  expect(ranked[0]!.place).toMatchObject({ name: "Huyện đoàn Vĩnh Thạnh" });
});
