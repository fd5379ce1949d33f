import { describe, expect, test } from "vitest";
import { commend, type Achievement, type CommendationRule } from "@/lib/domain/report/commendation";

const rule: CommendationRule = { portion: 0.2, leastMatched: 10, leastBase: 2, leastShare: 0.5 };
const did = (name: string, matched: number, base: number, confirmed = matched, refuted = 0): Achievement => ({ id: name, name, confirmed, matched, refuted, kinds: [], base });
const names = (achievements: readonly Achievement[], changes: Partial<CommendationRule> = {}) => commend(achievements, { ...rule, ...changes }).commended.map(({ name }) => name);

describe("who stands out", () => {
  const five = [did("A", 100, 20), did("B", 60, 5), did("C", 30, 10), did("D", 12, 6), did("E", 10, 10)];

  test("is found by what each one of a team did, not by how many they are", () => expect(names(five)).toEqual(["B"]));
  test("is a part of those who worked, whoever equals the last place included", () => {
    expect(names(five, { portion: 0.4 })).toEqual(["B", "A"]);
    expect(names([...five, did("F", 24, 2)])).toEqual(["B", "F"]);
    expect(names([...five, did("G", 0, 4, 0)], { portion: 0.2 })).toEqual(["B"]);
  });
  test("has enough of it, for long enough", () => {
    expect(names([did("two of two", 8, 1), ...five])).not.toContain("two of two");
    expect(names([did("one good day", 40, 1), ...five])).not.toContain("one good day");
  });
  test("has it borne out by evidence, and no less confirmed than the middle one", () => {
    expect(names([did("disproved", 40, 3, 200, 41), ...five])).not.toContain("disproved");
    expect(names([did("waiting", 40, 3, 200), ...five])).toContain("waiting");
    const confirmedMore = five.map((each) => ({ ...each, confirmed: each.base * 20 }));
    expect(names([did("lucky", 60, 4), ...confirmedMore], { leastShare: 0 })).not.toContain("lucky");
  });
  test("is nobody where nobody worked", () => expect(commend([], rule)).toEqual({ commended: [], considered: 0, medianMatched: 0, medianConfirmed: 0 }));
});

test("the middle one is told beside, to compare with", () => {
  const { medianMatched, medianConfirmed, considered } = commend([did("A", 10, 2, 20), did("B", 30, 2, 30), did("C", 50, 2, 60), did("idle", 0, 3, 0)], rule);
  expect({ medianMatched, medianConfirmed, considered }).toEqual({ medianMatched: 15, medianConfirmed: 15, considered: 3 });
});
