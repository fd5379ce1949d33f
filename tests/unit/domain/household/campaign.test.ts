import { expect, test } from "vitest";
import { campaignStateOf, parseCampaign } from "@/lib/domain/household/campaign";
import { addCounts, countsOf } from "@/lib/domain/household/campaign-counts";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeId } from "../../../factories/help-session";

const area = { areaId: makeId(), teamId: makeId(), householdCount: 10 };
const plan = { id: makeId(), unitId: makeId(), name: " Mỗi nhà một tài khoản ", from: "2026-08-01", through: "2026-08-01", goal: 1, areas: [area] };

test("a plan of one day is one, and its name loses the spaces around", () => {
  expect(parseCampaign(plan)).toMatchObject({ ok: true, value: { name: "Mỗi nhà một tài khoản" } });
});

test("all that is wrong is told at once, each at its field", () => {
  const wrong = parseCampaign({ ...plan, name: "", goal: 0, areas: [{ ...area, householdCount: "tám mươi" }] });
  expect(wrong).toEqual({
    ok: false,
    error: [{ code: "required", field: "name" }, { code: "campaignGoalMissing", field: "goal" }, { code: "malformed", field: "areas.0.householdCount" }],
  });
  expect(parseCampaign({ ...plan, through: "2026-07-31", areas: [area, { ...area, teamId: makeId() }, area] })).toEqual({
    ok: false,
    error: [{ code: "campaignEndsBeforeStart", field: "through" }, { code: "campaignAreaRepeated", field: "areas.2.areaId" }],
  });
});

test("a campaign runs from its first day through its last, unless it was ended before", () => {
  const days = { from: LocalDate.parse("2026-08-01"), through: LocalDate.parse("2026-08-31"), closed: false };
  const on = (day: string) => campaignStateOf(days, LocalDate.parse(day));
  expect(["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"].map(on)).toEqual(["planned", "running", "running", "ended"]);
  expect(campaignStateOf({ ...days, closed: true }, LocalDate.parse("2026-08-15"))).toBe("closed");
});

test("who was not visited yet is counted from the plan, or from what is known where that is more", () => {
  const visited = { informed: 3, absent: 2, refused: 1, moved: 1 };
  expect(countsOf(visited, 20, 12)).toMatchObject({ households: 20, notYet: 13 });
  expect(countsOf(visited, 5, 12)).toMatchObject({ households: 12, notYet: 5 });
  expect(addCounts([countsOf(visited, 20, 12), countsOf(visited, 5, 12)])).toEqual({ households: 32, informed: 6, absent: 4, refused: 2, moved: 2, notYet: 18 });
});
