import { describe, expect, test } from "vitest";
import { changeOfCount, changeOfRatio, changeText, sizeText } from "@/lib/domain/report/change";
import { roundHalf, wholePercent } from "@/lib/domain/report/percent";
import { annexIndicators, isRatio } from "@/lib/domain/report/report-table";
import { annexTable, printedUnits } from "../../../factories/report-table";

test("all 140 printed changes of annex 2, from the printed numbers", () => {
  const cells = printedUnits().flatMap(({ july, august, changes }) => annexIndicators.map((one) => {
    const change = isRatio(one) ? changeOfRatio({ part: july[one], whole: 100 }, { part: august[one], whole: 100 }) : changeOfCount(july[one], august[one]);
    return { reckoned: changeText(change, "legacy"), printed: changes[one] };
  }));
  expect(cells).toHaveLength(140);
  expect(cells.filter(({ reckoned, printed }) => reckoned !== printed)).toEqual([]);
});

test("shares are compared as they are printed: rounded first", () => {
  const { lines } = annexTable();
  const points = lines.map(({ previous, cells }) => changeText(changeOfRatio(previous!.ratios.transacting_rate, cells.ratios.transacting_rate), "legacy"));
  expect(points).toEqual(printedUnits().map(({ changes }) => changes.transacting_rate));
  expect(changeOfRatio({ part: 494, whole: 1000 }, { part: 495, whole: 1000 })).toEqual({ kind: "points", points: 1 });
});

describe("the Vietnamese way", () => {
  const vietnamese = (before: number, now: number) => changeText(changeOfCount(before, now), "vietnamese");
  test("has a sign, a decimal comma, and points between thousands", () => {
    expect([vietnamese(2684, 4961), vietnamese(2045, 2027), vietnamese(267, 268), vietnamese(393, 392), vietnamese(18, 338), vietnamese(5, 5)]).toEqual(["+85%", "-1%", "+0,4%", "-0,3%", "+1.778%", "0%"]);
    expect(vietnamese(1, 12_346)).toBe("+1.234.500%");
    expect(changeText(changeOfRatio({ part: 46, whole: 100 }, { part: 30, whole: 100 }), "vietnamese")).toBe("-16%");
  });
  test("from 0 there is no growth; what nobody knows has no change", () => {
    expect([vietnamese(0, 14), vietnamese(0, 0), changeText(changeOfRatio(undefined, { part: 1, whole: 2 }), "vietnamese")]).toEqual(["-", "-", "-"]);
    expect(sizeText(changeOfCount(0, 14))).toBeUndefined();
  });
  test("what is too small for a decimal is not signed, and not said to be nothing", () => {
    expect([vietnamese(100_000, 100_001), vietnamese(100_000, 99_999)]).toEqual(["0,0%", "0,0%"]);
  });
});

test("percent are rounded half up, exactly", () => {
  expect([wholePercent({ part: 1, whole: 200 }), wholePercent({ part: 199, whole: 200 }), wholePercent({ part: 29, whole: 200 }), wholePercent({ part: 3, whole: 0 })]).toEqual([1, 100, 15, undefined]);
  expect([roundHalf(1.005, 2), roundHalf(-2.5), roundHalf(2.4)]).toEqual([1.01, -3, 2]);
});
