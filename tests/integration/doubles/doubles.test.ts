import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/doubles/route";
import { Article } from "@/lib/domain/entry/article";
import type { Person } from "@/lib/server/auth/person";
import { listDoubles } from "@/lib/server/doubles/list-doubles";
import { readDouble } from "@/lib/server/doubles/read-double";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { decidedAt, different, pairsOf, same, watchEntries } from "../../factories/doubles";
import { makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { act, addCampaign, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let campaign: Awaited<ReturnType<typeof addCampaign>>;
let volunteerA: Person;
let colleague: Person;
let volunteerB: Person;
let leaderA: Person;
let officer: Person;
let statusOf: ReturnType<typeof watchEntries>["statusOf"];
let isFlagged: ReturnType<typeof watchEntries>["isFlagged"];

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ statusOf, isFlagged } = watchEntries(province.client));
  ({ volunteerA, volunteerB, leaderA, officer } = await province.addStaff());
  colleague = await province.addActingPerson("volunteer", province.units.teamA);
});
beforeEach(async () => {
  campaign = await addCampaign(province.client, province);
});
afterAll(() => province.remove());

/** Records a visit and tells its entry and household. */
async function visit(person: Person, household: object = {}, changes: object = {}) {
  const unitId = person === volunteerB ? province.units.teamB : province.units.teamA;
  const content = makeHouseholdVisit({ areaId: campaign.sharedHamlet, ...household }, changes);
  const command = makeVisitCommand(unitId, content);
  await act(person, [command], decidedAt);
  return { entryId: command.entryId, householdId: content.household.id };
}

describe("two visits at the same household", () => {
  test("of two people both stay, and both are flagged once the second arrives", async () => {
    const first = await visit(volunteerA);
    expect(await isFlagged(first.entryId)).toEqual([false]);
    const second = await visit(volunteerB, { id: first.householdId, head: "Tên Ghi Khác" });
    expect(await isFlagged(first.entryId, second.entryId)).toEqual([true, true]);
    expect([await statusOf(first.entryId), await statusOf(second.entryId)]).toEqual(["submitted", "submitted"]);
  });

  test("under two ids are noticed by head and hamlet, and not by the head alone", async () => {
    const first = await visit(volunteerA, { head: "Đoàn Thị Bích" });
    const elsewhere = await visit(colleague, { head: "Đoàn Thị Bích", areaId: campaign.ownHamlet });
    expect(await isFlagged(first.entryId, elsewhere.entryId)).toEqual([false, false]);
    const second = await visit(volunteerB, { head: "ĐOÀN THỊ BÍCH" });
    expect(await isFlagged(first.entryId, second.entryId)).toEqual([true, true]);
  });

  test("under two ids and a letter apart are noticed too, and merged like others", async () => {
    const first = await visit(volunteerA, { head: "Đoàn Thị Bích Phượng", address: "Số 3" });
    const neighbour = await visit(volunteerA, { head: "Đoàn Thị Bích Liên", address: "Số 5" });
    const second = await visit(volunteerB, { head: "Đoàn Thị Bích Phương", address: "Nhà 3" });
    const third = await visit(colleague, { head: "Đoàn Thị Bích Phướng", address: "Cạnh chợ" });
    const misspelt = await visit(colleague, { head: "Đoàn Thị Bích Phựơg", address: "Số 3" });
    const nextDoor = await visit(colleague, { head: "Đoàn Thị Bích Phượngg", address: "Số 9" });
    expect(await isFlagged(neighbour.entryId)).toEqual([false]);
    expect(await isFlagged(first.entryId, second.entryId, third.entryId, misspelt.entryId)).toEqual([true, true, true, true]);
    expect(await pairsOf(leaderA, misspelt.entryId)).not.toEqual([]);
    expect(await same(officer, first.entryId, misspelt.entryId)).toEqual({ ok: true, value: { verdict: "same" } });
    const { rows: alike } = await province.client.query<{ alike: string[] }>("select alike from household where id = $1", [nextDoor.householdId]);
    expect(alike[0]!.alike).toEqual([third.householdId]);
    const { rows } = await province.client.query("select merged_into_id from household where id = $1", [misspelt.householdId]);
    expect(rows).toEqual([{ merged_into_id: first.householdId }]);
  });

  test("a letter apart are none where somebody has said why, nor in two hamlets", async () => {
    const first = await visit(volunteerA, { head: "Nguyễn Văn Khánh" });
    const explained = await visit(colleague, { head: "Nguyễn Văn Khanhs" }, { duplicateReason: "otherPerson" });
    const elsewhere = await visit(colleague, { head: "Nguyễn Văn Khanhh", areaId: campaign.ownHamlet });
    expect(await isFlagged(first.entryId, explained.entryId, elsewhere.entryId)).toEqual([false, false, false]);
  });

  test("are none when nobody was at home the first time", async () => {
    const first = await visit(volunteerA, {}, { result: "absent" });
    const second = await visit(volunteerB, { id: first.householdId });
    expect(await isFlagged(first.entryId, second.entryId)).toEqual([false, false]);
  });

  test("lose the flag when one of them is withdrawn, refused or amended into something else", async () => {
    const first = await visit(volunteerA);
    const second = await visit(volunteerB, { id: first.householdId });
    await act(volunteerB, [makeWithdraw(second.entryId, 1)]);
    expect(await isFlagged(first.entryId)).toEqual([false]);
    const third = await visit(colleague, { id: first.householdId });
    expect(await isFlagged(first.entryId, third.entryId)).toEqual([true, true]);
    await act(leaderA, [makeReview(third.entryId, 1, "refuse", { reason: "wrongOutcome" })]);
    expect(await isFlagged(first.entryId)).toEqual([false]);
    const fourth = await visit(colleague, { id: first.householdId });
    const content = makeHouseholdVisit({ id: first.householdId, areaId: campaign.sharedHamlet }, { result: "moved" });
    await act(colleague, [{ id: randomUUID(), entryId: fourth.entryId, issuedAt: decidedAt, type: "amendEntry", expectedVersion: 1, content }]);
    expect(await isFlagged(first.entryId, fourth.entryId)).toEqual([false, false]);
  });
});

describe("the list", () => {
  test("shows a pair to whoever supervises both, once, the earlier first", async () => {
    const first = await visit(volunteerA);
    const second = await visit(volunteerB, { id: first.householdId }, { happenedAt: "2026-08-08T08:30:00.000Z" });
    expect(await pairsOf(officer, first.entryId)).toMatchObject([
      { kind: "householdVisit", shared: "householdInformed", sides: [{ id: first.entryId, unitName: "Đội xã Phước Lộc" }, { id: second.entryId, unitName: "Đội xã Phước Sơn" }] },
    ]);
  });

  test("says no more than that it may be recorded, where the other is another unit's", async () => {
    const first = await visit(volunteerA);
    const second = await visit(volunteerB, { id: first.householdId });
    const list = await listDoubles(leaderA.actor);
    expect(list.elsewhere.map(({ id }) => id)).toContain(first.entryId);
    expect(JSON.stringify(list)).not.toContain(second.entryId);
    expect(await readDouble(leaderA.actor, [first.entryId, second.entryId], decidedAt)).toBeUndefined();
    for (const decided of [await different(leaderA, first.entryId, second.entryId), await same(leaderA, first.entryId, second.entryId), await different(leaderA, first.entryId, randomUUID())]) {
      expect(decided).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
    }
  });

  test("holds help sessions and articles too", async () => {
    const session = () => makeRecord(province.units.teamA, makeHelpSession({ subject: makePerson({ personalNumber: "052095004321" }), outcomes: [makeOutcome("vneidActivated")] }));
    const sessions = [session(), session()];
    const article = () => makeRecord(province.units.teamA, Article.parse({
      kind: "article", happenedAt: "2026-08-07T08:30:00.000Z", title: "Ra quân", url: "https://doan.example/ra-quan", publishedOn: "2026-08-06", publisher: "Trang Đoàn xã",
      outcomes: [{ id: randomUUID(), kind: "articlePublished" }],
    }) as never);
    const articles = [article(), article()];
    await act(volunteerA, [sessions[0]!, articles[0]!]);
    await act(colleague, [sessions[1]!, articles[1]!]);
    expect(await pairsOf(leaderA, sessions[0]!.entryId)).toMatchObject([{ kind: "helpSession", shared: "vneidActivated" }]);
    expect(await pairsOf(leaderA, articles[0]!.entryId)).toMatchObject([{ kind: "article", shared: "articlePublished" }]);
  });

  test("writes down who opened a pair", async () => {
    const first = await visit(volunteerA);
    const second = await visit(colleague, { id: first.householdId });
    const [left, right] = (await readDouble(leaderA.actor, [first.entryId, second.entryId], decidedAt)) ?? [];
    expect([left?.title, right?.title]).toEqual(["Nguyễn Thị Sáu", "Nguyễn Thị Sáu"]);
    const { rows } = await province.client.query("select entry_id from access_log where actor_id = $1 and entry_id = any($2)", [leaderA.actor.userId, [first.entryId, second.entryId]]);
    expect(rows).toHaveLength(2);
  });
});

describe("two direct units", () => {
  test("have the province, which sees their pairs and no others, and ends one of the two", async () => {
    const { client, provinceId: province_id, units } = province;
    const [direct, team] = [randomUUID(), randomUUID()];
    const dated = { province_id, valid_from: "2022-05-01" };
    await insertRows(client, "unit", [
      { ...dated, id: direct, kind: "directUnit", name: "Thành đoàn Quy Nhơn", sort_order: 1 },
      { ...dated, id: team, kind: "team", name: "Đội phường Đống Đa", sort_order: 1 },
    ]);
    await insertRows(client, "unit_parent", [{ ...dated, unit_id: direct, parent_id: units.province }, { ...dated, unit_id: team, parent_id: direct }]);
    await client.query("select refresh_unit_ancestors()");
    const verifier = await province.addActingPerson("provinceVerifier", units.province);
    const far = await province.addActingPerson("volunteer", team);
    const session = (unitId: string) => makeRecord(unitId, makeHelpSession({ subject: makePerson({ personalNumber: "052095007654" }), outcomes: [makeOutcome("vneidActivated")] }));
    const [here, there] = [session(units.teamA), session(team)];
    await act(volunteerA, [here]);
    await act(far, [there]);
    const within = await visit(volunteerA);
    await visit(volunteerB, { id: within.householdId });

    expect(await pairsOf(officer, here.entryId)).toEqual([]);
    expect(await pairsOf(verifier, here.entryId)).toMatchObject([{ shared: "vneidActivated" }]);
    expect(await pairsOf(verifier, within.entryId)).toEqual([]);
    expect(await readDouble(verifier.actor, [here.entryId, there.entryId], decidedAt)).toMatchObject([{ actions: ["refuse"] }, { actions: ["refuse"] }]);
    expect(await same(verifier, here.entryId, there.entryId)).toEqual({ ok: true, value: { verdict: "same" } });
    expect([await statusOf(here.entryId), await statusOf(there.entryId)]).toEqual(["submitted", "refused"]);
    expect(await pairsOf(verifier, here.entryId)).toEqual([]);
  });
});

describe("a decision", () => {
  test("that they are different takes the flag off both, unless another pair remains", async () => {
    const [first, second, third] = [await visit(volunteerA), await visit(colleague), await visit(volunteerB)];
    const [{ entryId: a }, { entryId: b }, { entryId: c }] = [first, second, third];
    expect(await different(leaderA, a, b)).toEqual({ ok: true, value: { verdict: "different" } });
    expect(await isFlagged(a, b, c)).toEqual([true, true, true]);
    expect(await pairsOf(leaderA, a)).toEqual([]);
    expect(await different(officer, b, c)).toMatchObject({ ok: true });
    expect(await isFlagged(a, b, c)).toEqual([true, false, true]);
    expect(await different(officer, a, c)).toMatchObject({ ok: true });
    expect(await isFlagged(a, b, c)).toEqual([false, false, false]);
    expect(await different(officer, c, a)).toMatchObject({ ok: true });
    expect(await same(officer, a, c)).toEqual({ ok: false, error: { code: "notAllowedInThisState" } });
  });

  test("that they are the same refuses one as likely double, merges the households, and may arrive twice", async () => {
    const first = await visit(volunteerA, { head: "Lương Thị Năm" });
    const second = await visit(volunteerB, { head: "Lương Thị Năm" });
    const id = randomUUID();
    expect(await same(officer, first.entryId, second.entryId, { id })).toEqual({ ok: true, value: { verdict: "same" } });
    expect(await same(officer, first.entryId, second.entryId, { id })).toEqual({ ok: true, value: { verdict: "same" } });
    expect([await statusOf(first.entryId), await statusOf(second.entryId)]).toEqual(["submitted", "refused"]);
    const { rows: events } = await province.client.query("select action, reason from review_event where entry_id = $1", [second.entryId]);
    expect(events).toEqual([{ action: "refuse", reason: "likelyDuplicate" }]);
    expect(await isFlagged(first.entryId)).toEqual([false]);
    const { rows } = await province.client.query("select id, merged_into_id, visit_count from household where id = any($1)", [[first.householdId, second.householdId]]);
    expect(rows).toContainEqual({ id: second.householdId, merged_into_id: first.householdId, visit_count: 0 });
    expect(rows).toContainEqual({ id: first.householdId, merged_into_id: null, visit_count: 1 });
  });

  test("makes later visits at the merged household those of the other", async () => {
    const first = await visit(volunteerA, { head: "Lương Thị Sáu" });
    const second = await visit(volunteerB, { head: "Lương Thị Sáu" });
    await same(officer, first.entryId, second.entryId);
    await visit(volunteerB, { id: second.householdId }, { result: "absent", happenedAt: "2026-08-09T08:30:00.000Z" });
    const { rows } = await province.client.query("select last_result, visit_count from household where id = $1", [first.householdId]);
    expect(rows).toEqual([{ last_result: "absent", visit_count: 2 }]);
  });

  test("about an own entry is somebody else's", async () => {
    const first = await visit(volunteerA);
    const command = makeVisitCommand(province.units.teamA, makeHouseholdVisit({ id: first.householdId, areaId: campaign.sharedHamlet }));
    await act(leaderA, [command]);
    expect(await pairsOf(leaderA, first.entryId)).toEqual([]);
    expect(await different(leaderA, first.entryId, command.entryId)).toEqual({ ok: false, error: { code: "ownEntry" } });
    expect(await same(leaderA, command.entryId, first.entryId)).toEqual({ ok: false, error: { code: "ownEntry" } });
  });

  test("ends a confirmed entry only by who stands above, and none that has changed meanwhile", async () => {
    const first = await visit(volunteerA);
    const second = await visit(colleague, { id: first.householdId });
    await act(leaderA, [makeReview(first.entryId, 1, "confirm")]);
    expect(await same(leaderA, second.entryId, first.entryId, { expectedVersion: 2 })).toMatchObject({ ok: false });
    expect(await same(officer, second.entryId, first.entryId)).toEqual({ ok: false, error: { code: "versionConflict" } });
    expect(await same(officer, second.entryId, first.entryId, { expectedVersion: 2 })).toMatchObject({ ok: true });
    expect(await statusOf(first.entryId)).toBe("overturned");
  });

  test("of a volunteer is none", async () => {
    const first = await visit(volunteerA);
    const second = await visit(volunteerA, { id: first.householdId });
    const cookie = await makeSessionCookie(province.client, volunteerA.actor.userId);
    const answer = await POST(makePost({ verdict: "different", entryId: first.entryId, otherId: second.entryId }, { cookie }));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await isFlagged(first.entryId)).toEqual([true]);
  });
});
