import { describe, expect, test } from "vitest";
import { findIndicator } from "@/lib/domain/report/findings";
import type { Place } from "@/lib/domain/report/movers";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import { annexTable, someCells, someLine, withLine } from "../../../factories/report-table";

const nameOf = (place: Place) => (place.kind === "unit" ? place.name : place.kind);
const exceeding = (indicator: ReportIndicator) => findIndicator(annexTable(), indicator).exceeding.map(({ place }) => nameOf(place));

describe("the report of August 2023", () => {
  test("totals stand against the province's own targets", () => {
    const facts = (["member_accounts", "citizen_accounts", "transacting_rate", "online_rate", "online_dossiers", "articles", "households"] as const).map((one) => {
      const { total, target, percent } = findIndicator(annexTable(), one);
      return [total, target, percent];
    });
    expect(facts).toEqual([
      [60_929, 48_000, 127], [72_207, 66_000, 109], [{ part: 42_628, whole: 133_136 }, 40, 32], [{ part: 14_703, whole: 41_710 }, 80, 35],
      [32_888, 51_000, 64], [1_014, 2_460, 41], [77_928, 400_000, 19],
    ]);
  });

  test("who is strictly over 100 %, the farthest first: nine, eight, three, one, and nobody for households", () => {
    expect(exceeding("member_accounts")).toEqual([
      "Thị đoàn Hoài Nhơn", "Huyện đoàn Phù Mỹ", "Huyện đoàn Vĩnh Thạnh", "Đoàn Thanh niên Công an tỉnh", "Huyện đoàn Vân Canh",
      "Huyện đoàn Tuy Phước", "Huyện đoàn Phù Cát", "Huyện đoàn Hoài Ân", "Đoàn trường Cao đẳng Kỹ thuật công nghệ Quy Nhơn",
    ]);
    expect(exceeding("citizen_accounts").toSorted()).toEqual([
      "Huyện đoàn Hoài Ân", "Huyện đoàn Phù Mỹ", "Huyện đoàn Tuy Phước", "Huyện đoàn Vân Canh", "Huyện đoàn Vĩnh Thạnh",
      "Thị đoàn An Nhơn", "Thị đoàn Hoài Nhơn", "Đoàn Thanh niên Công an tỉnh",
    ].toSorted());
    expect(exceeding("online_dossiers")).toEqual(["Huyện đoàn Vân Canh", "Thị đoàn An Nhơn", "Thị đoàn Hoài Nhơn"]);
    expect(exceeding("articles")).toEqual(["Đoàn Thanh niên Công an tỉnh"]);
    expect(exceeding("households")).toEqual([]);
    expect(exceeding("transacting_rate")).toEqual(["Thành Đoàn Quy Nhơn", "Huyện đoàn Vân Canh", "Đoàn Thanh niên Công an tỉnh"]);
  });

  test("the strongest growth, and from nothing apart from it", () => {
    const named = (indicator: ReportIndicator) => findIndicator(annexTable(), indicator).movers!.risen.slice(0, 3).map(({ place }) => nameOf(place));
    expect(named("member_accounts")).toEqual(["Thị đoàn An Nhơn", "Đoàn trường Đại học Quy Nhơn", "Đoàn Khối doanh nghiệp tỉnh"]);
    expect(named("citizen_accounts")).toEqual(["Thị đoàn An Nhơn", "Huyện đoàn Vĩnh Thạnh", "Đoàn Khối các cơ quan tỉnh"]);
    expect(named("households")).toEqual(["Huyện đoàn Tuy Phước", "Thị đoàn An Nhơn", "Huyện đoàn Vân Canh"]);
    const dossiers = findIndicator(annexTable(), "online_dossiers").movers!;
    expect(dossiers.begun.map(({ place, size }) => [nameOf(place), size])).toEqual([["Huyện đoàn Vĩnh Thạnh", 186], ["Đoàn trường Đại học Quy Nhơn", 68]]);
    expect(dossiers.fallen.map(({ place }) => nameOf(place))).toEqual(["Huyện đoàn Hoài Ân"]);
    expect(findIndicator(annexTable(), "member_accounts").movers!.unchanged).toHaveLength(4);
  });

  test("who has nothing was asked for something", () => {
    expect(findIndicator(annexTable(), "articles").empty.map(nameOf)).toEqual([
      "Đoàn Khối doanh nghiệp tỉnh", "Đoàn Thanh niên Bộ đội Biên phòng tỉnh", "Đoàn trường Cao đẳng Cơ điện – Xây dựng và Nông lâm Trung bộ", "Đoàn trường Cao đẳng Y tế Bình Định",
    ]);
    expect(findIndicator(annexTable(), "households").empty).toEqual([]);
  });

  test("the highest shares", () => {
    expect(findIndicator(annexTable(), "online_rate").highest.slice(0, 3).map(({ place, percent }) => [nameOf(place), percent])).toEqual([
      ["Thị đoàn An Nhơn", 60], ["Huyện đoàn Phù Mỹ", 50], ["Huyện đoàn Tuy Phước", 48],
    ]);
  });
});

test("reaching a target exactly is neither over it nor behind it, also for a share", () => {
  const table = { ...annexTable(), lines: [
    someLine("Đủ", { cells: someCells({ articles: 6 }, { online_rate: { part: 23, whole: 40 } }), targets: { articles: 6, online_rate: 57.5 } }),
    someLine("Hơn", { cells: someCells({ articles: 7 }, { online_rate: { part: 58, whole: 100 } }), targets: { articles: 6, online_rate: 57.5 } }),
    someLine("Không giao", { cells: someCells({ articles: 9 }), targets: { articles: 0 } }),
  ] };
  for (const indicator of ["articles", "online_rate"] as const) {
    const { exceeding, behind } = findIndicator(table, indicator);
    expect([exceeding.map(({ place }) => nameOf(place)), behind]).toEqual([["Hơn"], []]);
  }
});

test("what nobody knows is no zero, and what is no unit is not named", () => {
  const unknown = withLine(annexTable(), 0, (line) => ({ ...line, cells: { ...line.cells, ratios: { ...line.cells.ratios, transacting_rate: undefined } } }));
  const { highest, empty, movers } = findIndicator(unknown, "transacting_rate");
  const known = findIndicator(annexTable(), "transacting_rate");
  expect([highest.length, empty.length]).toEqual([known.highest.length - 1, known.empty.length]);
  expect(movers!.unchanged).toHaveLength(known.movers!.unchanged.length);
  const residual = withLine(annexTable(), 0, (line) => ({ ...line, place: { kind: "residual" }, cells: someCells({ households: 9_999 }), targets: { households: 1 } }));
  expect(findIndicator(residual, "households").exceeding).toEqual([]);
});

test("without a point before nothing has moved", () => {
  const { lines, ...table } = annexTable();
  expect(findIndicator({ ...table, lines: lines.map(({ previous: _, ...line }) => line) }, "articles").movers).toBeUndefined();
});
