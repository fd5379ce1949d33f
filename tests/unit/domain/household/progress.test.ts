import { expect, it } from "vitest";
import { nextDoor, progressOf, standingOf, type LastVisit } from "@/lib/domain/household/progress";
import type { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => text as LocalDate;
const since = day("2026-08-01");
const today = day("2026-08-07");
const visited = (lastResult: NonNullable<LastVisit["lastResult"]>, lastVisitOn = today, comeBackOn?: LocalDate): LastVisit => ({ lastResult, lastVisitOn, comeBackOn });

it.each<[string, LastVisit, string]>([
  ["nobody has been there", {}, "left"],
  ["somebody was met before the campaign", visited("informed", day("2026-07-31")), "left"],
  ["nobody was at home", visited("absent"), "comeBack"],
  ["somebody was met on the first day", visited("informed", since), "done"],
  ["they do not want to be visited", visited("refused"), "done"],
  ["they have moved", visited("moved"), "done"],
])("knows where a household stands when %s", (_, household, standing) => expect(standingOf(household, since)).toBe(standing));

it("counts who is left, and among those where to come back", () => {
  const households = [{}, {}, visited("absent"), visited("informed"), visited("refused"), visited("moved")];
  expect(progressOf(households, since)).toEqual({ total: 6, done: 3, left: 3, comeBack: 1 });
  expect(progressOf(households, since, 10)).toEqual({ total: 10, done: 3, left: 7, comeBack: 1 });
  expect(progressOf(households, since, 2)).toMatchObject({ total: 6, left: 3 });
});

it("names the next door: behind this one, then from the start, nobody who was visited or is due later", () => {
  const doors = [
    { id: "a" },
    { id: "b", ...visited("informed") },
    { id: "c" },
    { id: "d", ...visited("absent") },
    { id: "e", ...visited("absent", day("2026-08-05"), day("2026-08-09")) },
    { id: "f", ...visited("absent", day("2026-08-05"), today) },
  ];
  const after = (id: string) => nextDoor(doors, id, { since, today })?.id;
  expect([after("a"), after("c"), after("f")]).toEqual(["c", "f", "a"]);
  expect(nextDoor([doors[0]!, doors[1]!], "a", { since, today })).toBeUndefined();
  expect(after("not among them")).toBe("a");
});
