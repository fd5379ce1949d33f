import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOf, findMovers } from "@/lib/domain/report/movers";
import { annexTable, someCells, someLine } from "../../../factories/report-table";

const few = fc.integer({ min: 0, max: 4 });

test("of any units each one rose, began, stayed or fell, once, and by what its numbers say", () => {
  fc.assert(fc.property(fc.array(fc.tuple(few, few), { minLength: 1, maxLength: 8 }), (numbers) => {
    const lines = numbers.map(([before, now], index) => someLine(`U${index}`, { cells: someCells({ articles: now }), previous: someCells({ articles: before }) }));
    const { risen, begun, unchanged, fallen } = findMovers({ lines }, "articles")!;
    const namesOf = (movers: typeof risen) => movers.map(({ place }) => (place.kind === "unit" ? place.name : "")).toSorted();
    const expected = (holds: (before: number, now: number) => boolean) => lines.flatMap(({ place }, index) => (holds(...numbers[index]!) && place.kind === "unit" ? [place.name] : [])).toSorted();
    expect([risen, begun, unchanged, fallen].map(namesOf)).toEqual([
      expected((before, now) => before > 0 && now > before), expected((before, now) => before === 0 && now > 0),
      expected((before, now) => before === now), expected((before, now) => now < before),
    ]);
    expect(risen.map(({ size }) => size)).toEqual(risen.map(({ size }) => size).toSorted((a, b) => b - a));
  }));
});

test("another stage moves by its own numbers", () => {
  const line = someLine("U", { previous: someCells() });
  const recorded = { ...line, cells: { ...line.cells, counts: { ...line.cells.counts, articles: { recorded: 5, confirmed: 0, matched: 0 } } } };
  expect(findMovers({ lines: [recorded] }, "articles", "recorded")!.begun).toHaveLength(1);
  expect(findMovers({ lines: [recorded] }, "articles")!.unchanged).toHaveLength(1);
});

test("the province's own change, and none without a point before", () => {
  const { previous: _, ...alone } = annexTable().total;
  expect(changeOf(annexTable().total, "online_rate")).toEqual({ kind: "points", points: 2 });
  expect(changeOf(alone, "online_rate")).toEqual({ kind: "unknown" });
});
