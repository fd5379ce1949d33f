import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/campaigns/route";
import type { CampaignPlan } from "@/lib/domain/household/campaign";
import type { Person } from "@/lib/server/auth/person";
import { listCampaigns } from "@/lib/server/campaigns/list-campaigns";
import { readCampaignForm } from "@/lib/server/campaigns/read-campaign-form";
import { readProgress } from "@/lib/server/campaigns/read-progress";
import { withActor } from "@/lib/server/database/with-actor";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { act, addCampaign, addHouseholds, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leaderA: Person;
let leaderB: Person;
let officer: Person;
let volunteerA: Person;
const now = "2026-08-20T12:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ volunteerA, leaderA, leaderB, officer } = await province.addStaff());
});
afterAll(() => province.remove());

async function addHamlet(name = "Thôn Trung Thành"): Promise<string> {
  const id = randomUUID();
  await insertRows(province.client, "area", [{ id, province_id: province.provinceId, kind: "hamlet", name, parent_id: null, valid_from: "2025-07-01" }]);
  return id;
}

async function makePlan(changes: Partial<CampaignPlan> | Record<string, unknown> = {}) {
  return {
    id: randomUUID(), unitId: province.units.teamA, name: "Mỗi nhà một tài khoản", from: "2026-08-01", through: "2026-08-31", goal: 100,
    areas: [{ areaId: await addHamlet(), teamId: province.units.teamA, householdCount: 80 }], ...changes,
  };
}

async function send(person: Person, body: object): Promise<{ id?: string; error?: { code: string; field?: string } }> {
  const cookie = await makeSessionCookie(province.client, person.actor.userId);
  const answer = await POST(makePost(body, { cookie }));
  return (await answer.json()) as { id?: string; error?: { code: string; field?: string } };
}
const save = async (person: Person, plan: object) => send(person, { action: "save", plan });
const planOf = async (person: Person, id: string) => (await readCampaignForm(person.actor, id, now))?.plan;

describe("planning", () => {
  test("makes a campaign that is read back as it was planned, and changes it as a whole", async () => {
    const plan = await makePlan();
    expect((await save(leaderA, plan)).id).toBe(plan.id);
    expect(await planOf(leaderA, plan.id)).toEqual(plan);
    const other = { areaId: await addHamlet("Thôn Phong Tấn"), teamId: province.units.teamA, householdCount: 7 };
    const changed = { ...plan, name: "Đợt hai", goal: 7, areas: [other] };
    await save(leaderA, changed);
    expect(await planOf(leaderA, plan.id)).toEqual(changed);
    await save(leaderA, { ...changed, areas: [{ ...other, householdCount: 9 }] });
    expect((await planOf(leaderA, plan.id))?.areas).toEqual([{ ...other, householdCount: 9 }]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ["no name", { name: " " }, "required", "name"],
    ["too long a name", { name: "a".repeat(121) }, "tooLong", "name"],
    ["no first day", { from: "" }, "required", "from"],
    ["a day that isn't one", { through: "2026-02-31" }, "malformed", "through"],
    ["an end before the start", { through: "2026-07-31" }, "campaignEndsBeforeStart", "through"],
    ["no goal", { goal: "" }, "required", "goal"],
    ["a goal of nothing", { goal: 0 }, "campaignGoalMissing", "goal"],
    ["no hamlets", { areas: [] }, "campaignAreasMissing", "areas"],
  ])("refuses %s at its field", async (_, changes, code, field) => {
    expect((await save(leaderA, await makePlan(changes))).error).toEqual({ code, field });
  });

  test("refuses hamlets, teams and units that aren't there or aren't the person's, at their row", async () => {
    const plan = await makePlan();
    const row = plan.areas[0] as { areaId: string; teamId: string; householdCount: number };
    const code = "unknownOrForbidden";
    expect((await save(leaderA, { ...plan, areas: [row, { ...row, areaId: randomUUID() }] })).error).toEqual({ code, field: "areas.1.areaId" });
    expect((await save(leaderA, { ...plan, areas: [row, { ...row, teamId: province.units.teamB }] })).error).toEqual({ code, field: "areas.1.teamId" });
    expect((await save(leaderA, { ...plan, areas: [row, row] })).error).toEqual({ code: "campaignAreaRepeated", field: "areas.1.areaId" });
    expect((await save(leaderA, { ...plan, unitId: province.units.teamB })).error).toEqual({ code, field: "unitId" });
    expect((await save(leaderA, { ...plan, areas: [{ ...row, householdCount: "" }] })).error).toEqual({ code: "required", field: "areas.0.householdCount" });
    expect(await planOf(leaderA, plan.id)).toBeUndefined();
  });

  test("keeps another unit's team that an officer has put there, and lets nobody else change the campaign", async () => {
    const areaId = await addHamlet();
    const row = { areaId, teamId: province.units.teamA, householdCount: 10 };
    const plan = await makePlan({ areas: [row, { ...row, teamId: province.units.teamB }] });
    await save(officer, plan);
    expect((await save(leaderA, { ...plan, goal: 5 })).id).toBe(plan.id);
    expect((await planOf(leaderA, plan.id))?.areas).toHaveLength(2);
    for (const person of [leaderB, volunteerA]) {
      expect((await save(person, plan)).error?.code).toBe("unknownOrForbidden");
      expect((await send(person, { action: "close", id: plan.id })).error?.code).toBe("unknownOrForbidden");
      expect(await planOf(person, plan.id)).toBeUndefined();
    }
    expect((await send(leaderB, { action: "close", id: randomUUID() })).error?.code).toBe("unknownOrForbidden");
  });

  test("doesn't open to a team the households that another unit knows", async () => {
    const areaId = await addHamlet();
    const plan = await makePlan({ areas: [{ areaId, teamId: province.units.teamA, householdCount: 10 }] });
    await save(leaderA, plan);
    const [household] = await addHouseholds(province.client, province.provinceId, areaId, ["Phan Thị Lài"]);
    const theirs = await makePlan({ unitId: province.units.teamB, areas: [{ areaId, teamId: province.units.teamB, householdCount: 10 }] });
    expect((await save(leaderB, theirs)).error).toEqual({ code: "hamletOfOthers", field: "areas.0.areaId" });
    const seen = (person: Person) => withActor(person.actor, (tx) => tx.$queryRaw<object[]>`select from household where id = ${household}::uuid`);
    expect(await seen(leaderB)).toEqual([]);
    // The same by whoever forgets to ask: the wall behind it.
    const insert = withActor(leaderB.actor, async (tx) => {
      await tx.$executeRaw`insert into campaign (id, province_id, unit_id, name, "from", through, goal, created_by_id, created_at)
        values (${theirs.id}::uuid, ${province.provinceId}::uuid, ${province.units.teamB}::uuid, 'x', '2026-08-01', '2026-08-31', 1, ${leaderB.actor.userId}::uuid, now())`;
      await tx.$executeRaw`insert into campaign_area (province_id, campaign_id, area_id, team_id, household_count)
        values (${province.provinceId}::uuid, ${theirs.id}::uuid, ${areaId}::uuid, ${province.units.teamB}::uuid, 1)`;
    });
    await expect(insert).rejects.toThrow();
    expect((await save(officer, { ...theirs, unitId: province.units.district })).id).toBe(theirs.id);
    expect(await seen(leaderB)).toHaveLength(1);
  });
});

describe("the list", () => {
  test("names campaigns that a person plans or sends a team to, and says which may be changed", async () => {
    const { id } = await addCampaign(province.client, province);
    const found = async (person: Person) => (await listCampaigns(person.actor, now)).find((campaign) => campaign.id === id);
    expect(await found(officer)).toMatchObject({ state: "running", mayEdit: true, unitName: "Huyện đoàn Tuy Phước" });
    expect(await found(leaderB)).toMatchObject({ mayEdit: false });
    expect(await found(volunteerA)).toBeUndefined();
    expect((await send(officer, { action: "close", id })).id).toBe(id);
    expect(await found(officer)).toMatchObject({ state: "closed" });
    expect((await save(officer, { ...(await makePlan()), id })).error?.code).toBe("notAllowedInThisState");
  });
});

describe("progress", () => {
  test("counts what the last visits of the campaign's days found, hamlet by hamlet", async () => {
    const { id, sharedHamlet, ownHamlet } = await addCampaign(province.client, province);
    const heads = ["Hộ Một", "Hộ Hai", "Hộ Ba", "Hộ Bốn", "Hộ Năm"];
    const households = await addHouseholds(province.client, province.provinceId, sharedHamlet, heads);
    const visit = (index: number, changes: object) =>
      makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id: households[index]!, areaId: sharedHamlet, ...("result" in changes ? {} : { head: heads[index]! }) }, changes));
    await act(volunteerA, [
      visit(0, { result: "absent" }), visit(0, { happenedAt: "2026-08-09T08:30:00.000Z" }), visit(1, { result: "absent" }),
      visit(2, { result: "refused" }), visit(3, { result: "moved", happenedAt: "2026-07-20T08:30:00.000Z" }),
    ], now);
    const { hamlets, total, partial } = await readProgress(leaderA.actor, id);
    expect(hamlets.map(({ areaId }) => areaId)).toEqual([sharedHamlet, ownHamlet]);
    expect(hamlets[0]).toMatchObject({
      name: "Thôn Đại Tín", communeName: "Xã Tuy Phước", teamNames: ["Đội xã Phước Lộc", "Đội xã Phước Sơn"],
      households: 50, informed: 1, absent: 1, refused: 1, moved: 0, notYet: 47,
    });
    expect(total).toEqual({ households: 100, informed: 1, absent: 1, refused: 1, moved: 0, notYet: 97 });
    expect(partial).toBe(false);
  });

  test("of hamlets to which only other teams go is not shown as nothing", async () => {
    const { id, sharedHamlet } = await addCampaign(province.client, province);
    const { hamlets, partial } = await readProgress(leaderB.actor, id);
    expect(hamlets.map(({ areaId }) => areaId)).toEqual([sharedHamlet]);
    expect(partial).toBe(true);
  });
});
