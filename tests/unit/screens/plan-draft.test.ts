import { expect, test } from "vitest";
import { addHamlets, draftOf, planOf, sumOf } from "@/components/campaigns/plan-draft";

const form = { plan: undefined, units: [{ id: "u", name: "Đội" }], teams: [], communes: [] };

test("a new plan is empty and of the first unit", () => {
  expect(draftOf(form, "x")).toEqual({ id: "x", unitId: "u", name: "", from: "", through: "", goal: "", areas: [] });
});

test("numbers are read as people write them, and what is none is left for the domain to refuse", () => {
  const draft = { ...draftOf(form, "x"), goal: " 1.800 ", areas: [{ areaId: "a", teamId: "t", householdCount: "tám" }, { areaId: "b", teamId: "t", householdCount: "" }] };
  expect(planOf(draft)).toMatchObject({ goal: 1800, areas: [{ householdCount: "tám" }, { householdCount: "" }] });
});

test("a commune's hamlets are added once for each team, with the number that another team's row has", () => {
  const first = addHamlets([], ["a", "b"], "t").map((area) => ({ ...area, householdCount: "80" }));
  expect(addHamlets(first, ["a", "b"], "t")).toEqual(first);
  expect(addHamlets(first, ["b", "c"], "s").slice(2)).toEqual([{ areaId: "b", teamId: "s", householdCount: "80" }, { areaId: "c", teamId: "s", householdCount: "" }]);
});

test("a hamlet with two teams counts once", () => {
  const areas = [{ areaId: "a", teamId: "t", householdCount: "80" }, { areaId: "a", teamId: "s", householdCount: "90" }, { areaId: "b", teamId: "t", householdCount: "10" }];
  expect(sumOf(areas)).toEqual({ hamlets: 2, households: 100 });
});
