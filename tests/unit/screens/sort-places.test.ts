import { expect, test } from "vitest";
import { sortPlaces } from "@/components/survey/desk/sort-places";
import { summarise } from "@/lib/domain/survey/survey-summary";
import type { PlaceResults } from "@/lib/protocol/survey-results";
import { makeAnswers } from "../../factories/survey";

const place = (name: string, satisfied: number, unsatisfied: number): PlaceResults => ({
  placeId: name, name, points: [], mostInADay: 0,
  byMonth: [
    summarise([{ channel: "own", answers: makeAnswers(), count: 100 }]),
    summarise([
      { channel: "own", answers: makeAnswers(), count: satisfied },
      { channel: "counter", answers: makeAnswers({ satisfaction: "unsatisfied", asked: "yes" }), count: unsatisfied },
    ]),
  ],
});

const few = place("Một cửa Ân Thạnh", 3, 1);
const good = place("Một cửa Đập Đá", 9, 1);
const bad = place("Một cửa Nhơn Lộc", 6, 6);
const namesBy = (column: Parameters<typeof sortPlaces>[1]) => sortPlaces([bad, good, few], column).map(({ name }) => name);

test("names in the order of the Vietnamese alphabet", () => {
  expect(namesBy("place")).toEqual([few.name, good.name, bad.name]);
});

test("numbers of the chosen month from the highest", () => {
  expect(namesBy("count")).toEqual([bad.name, good.name, few.name]);
  expect(namesBy("counter")).toEqual([bad.name, few.name, good.name]);
  expect(namesBy("asked")).toEqual([bad.name, good.name, few.name]);
});

test("a place that keeps its answers back comes last, not first", () => {
  expect(namesBy("satisfied")).toEqual([good.name, bad.name, few.name]);
});
