import { describe, expect, test } from "vitest";
import { correctionsOf, differencesOf } from "@/lib/domain/report/table-differences";
import type { ReportTable } from "@/lib/domain/report/report-table";
import { annexTable, unitIdAt } from "../../../factories/report-table";

const then = annexTable();

/** With fewer online dossiers of one unit at one stage. */
function without(count: number, stage: "confirmed" | "matched", index = 10): ReportTable {
  const table = annexTable();
  const lines = table.lines.map((line, at) => {
    const cell = line.cells.counts.online_dossiers;
    return at === index ? { ...line, cells: { ...line.cells, counts: { ...line.cells.counts, online_dossiers: { ...cell, [stage]: cell[stage] - count } } } } : line;
  });
  return { ...table, lines };
}

describe("differences of two tables", () => {
  test("are none where both say the same", () => expect(differencesOf(then, annexTable())).toEqual([]));

  test("name the very cell", () => {
    const { cells, place } = then.lines[10]!;
    const { matched } = cells.counts.online_dossiers;
    expect(differencesOf(then, without(18, "matched"))).toEqual([{ place, indicator: "online_dossiers", of: "now", stage: "matched", then: matched, since: matched - 18 }]);
  });

  test("know lines that only one of them has", () => {
    const fewer = { ...then, lines: then.lines.filter(({ place }) => place.kind !== "unit" || place.id !== unitIdAt(0)) };
    const lost = differencesOf(then, fewer);
    expect(lost.every(({ place }) => place.kind === "unit" && place.id === unitIdAt(0))).toBe(true);
    expect(lost).toContainEqual(expect.objectContaining({ indicator: "members", then: then.lines[0]!.members, since: 0 }));
    expect(differencesOf(fewer, then)).toHaveLength(lost.length);
  });

  test("see a target that was set anew", () => {
    const since = { ...then, total: { ...then.total, targets: { ...then.total.targets, articles: 2_400 } } };
    expect(differencesOf(then, since)).toEqual([{ place: { kind: "total" }, indicator: "articles", of: "target", then: 2_460, since: 2_400 }]);
  });
});

test("corrections are what a published table says of its own days: matched counts and shares", () => {
  expect(correctionsOf(then, without(1, "confirmed"))).toEqual([]);
  expect(correctionsOf(then, without(1, "matched"))).toHaveLength(1);
});
