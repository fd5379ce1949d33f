import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/area-pack/route";
import { Instant } from "@/lib/domain/time/local-date";
import { AreaPackResponse } from "@/lib/protocol/area-pack";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import type { Person } from "@/lib/server/auth/person";
import { buildBriefing } from "@/lib/server/changes/briefing";
import { withActor } from "@/lib/server/database/with-actor";
import { readAreaPack } from "@/lib/server/households/read-area-pack";
import { createDice, inventPerson } from "../../../prisma/demo/invented";
import { makeWithdraw } from "../../factories/commands";
import { act, addCampaign, addHouseholds, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let campaign: Awaited<ReturnType<typeof addCampaign>>;
let volunteerA: Person;
let volunteerB: Person;
const now = Instant.parse("2026-08-07T12:00:00.000Z");

beforeAll(async () => {
  province = await makeWorkingProvince();
  volunteerA = await province.addActingPerson("volunteer", province.units.teamA);
  volunteerB = await province.addActingPerson("volunteer", province.units.teamB);
});
beforeEach(async () => {
  campaign = await addCampaign(province.client, province);
});
afterAll(() => province.remove());

const ask = (person: Person, cursor?: string, pageSize?: number, campaignId = campaign.id) =>
  readAreaPack(person.actor, { personId: person.actor.userId, campaign: campaignId, now, ...(cursor === undefined ? {} : { cursor }) }, pageSize);
async function read(person: Person, cursor?: string, pageSize?: number) {
  const answered = await ask(person, cursor, pageSize);
  if (!answered.ok) throw new Error(`Refused: ${answered.error}`);
  return answered.value;
}
const idsOf = ({ households }: { households: readonly { id: string }[] }) => households.map(({ id }) => id).toSorted();
const visit = (person: Person, unitId: string, areaId: string, household: object = {}, changes: object = {}) => {
  const command = makeVisitCommand(unitId, makeHouseholdVisit({ areaId, ...household }, changes));
  return act(person, [command]).then(() => command);
};

describe("a pack", () => {
  test("holds the households of the hamlets to which the campaign sends the person's team", async () => {
    const [shared] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy"]);
    const [own] = await addHouseholds(province.client, province.provinceId, campaign.ownHamlet, ["Lê Thị Tám"]);
    const pack = await read(volunteerA);
    expect(idsOf(pack)).toEqual([shared, own].toSorted());
    expect(pack.households).toContainEqual({ id: shared, areaId: campaign.sharedHamlet, head: "Trần Văn Bảy", address: "Số 1, tổ 1", visitCount: 0 });
    expect(idsOf(await read(volunteerB))).toEqual([shared]);
    const wire: unknown = JSON.parse(JSON.stringify({ marker: protocolMarker, protocol: protocolVersion, ...pack }));
    expect(AreaPackResponse.safeParse(wire).error).toBeUndefined();
  });

  test("brings afterwards what another team found, and only that", async () => {
    const [first, second] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy", "Lê Thị Tám"]);
    const { cursor } = await read(volunteerA);
    await visit(volunteerB, province.units.teamB, campaign.sharedHamlet, { id: first, head: "Trần Văn Bảy" });
    const delta = await read(volunteerA, cursor);
    expect(delta).toMatchObject({ resync: false, households: [{ id: first, lastResult: "informed", lastVisitOn: "2026-08-07", visitCount: 1 }] });
    expect(idsOf(await read(volunteerA, delta.cursor))).not.toContain(second);
  });

  test("comes in pages that miss nothing", async () => {
    const ids = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, Array.from({ length: 7 }, (_, index) => `Hộ ${"abcdefg"[index]}`));
    const seen: string[] = [];
    let page = await read(volunteerA, undefined, 3);
    for (seen.push(...idsOf(page)); page.more; seen.push(...idsOf(page))) page = await read(volunteerA, page.cursor, 3);
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test("tells again what changed while its pages were read", async () => {
    const [first] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Hộ a", "Hộ b", "Hộ c", "Hộ d"]);
    let page = await read(volunteerA, undefined, 3);
    await visit(volunteerB, province.units.teamB, campaign.sharedHamlet, { id: first, head: "Hộ a" });
    const later: unknown[] = [];
    for (page = await read(volunteerA, page.cursor, 3); later.push(...page.households), page.more; ) page = await read(volunteerA, page.cursor, 3);
    later.push(...(await read(volunteerA, page.cursor)).households);
    expect(later).toContainEqual(expect.objectContaining({ id: first, visitCount: 1 }));
  });

  test("says which households are to be forgotten, and leaves them out of a first pack", async () => {
    const [listed] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy"]);
    const { cursor } = await read(volunteerB);
    const { entryId } = await visit(volunteerA, province.units.teamA, campaign.sharedHamlet, { id: listed, head: "Trần Văn Bảy" });
    await act(volunteerA, [{ id: randomUUID(), entryId, issuedAt: now, type: "withdrawConsent" }]);
    expect((await read(volunteerB, cursor)).households).toEqual([{ id: listed, areaId: campaign.sharedHamlet, visitCount: 0, gone: true }]);
    expect((await read(volunteerB)).households).toEqual([]);
  });

  test("of 2,000 households travels in less than 200 KB", async () => {
    const dice = createDice(7);
    const running = await addCampaign(province.client, province, { from: "2026-01-01", through: "9999-12-31" });
    await addHouseholds(province.client, province.provinceId, running.sharedHamlet, Array.from({ length: 2_000 }, () => inventPerson(dice).name));
    const cookie = await makeSessionCookie(province.client, volunteerA.actor.userId);
    const response = await GET(new Request(`http://localhost/api/area-pack?personId=${volunteerA.actor.userId}&campaign=${running.id}`, { headers: { cookie } }));
    const pack = await response.text();
    expect(JSON.parse(pack)).toHaveProperty("households.length", 2_000);
    expect(gzipSync(pack, { level: 6 }).byteLength).toBeLessThan(200_000);
  });
});

describe("the walls of a pack", () => {
  test("unknown, ended and other teams' campaigns look alike", async () => {
    const ended = await addCampaign(province.client, province, { from: "2026-06-01", through: "2026-06-30" });
    const onlyA = await addCampaign(province.client, province);
    await province.client.query("delete from campaign_area where campaign_id = $1 and team_id = $2", [onlyA.id, province.units.teamB]);
    const officer = await province.addActingPerson("officer", province.units.district);
    const answers = [
      await ask(volunteerB, undefined, 10, randomUUID()),
      await ask(volunteerA, undefined, 10, ended.id),
      await ask(volunteerB, undefined, 10, onlyA.id),
      await ask({ ...volunteerA, actor: { ...volunteerA.actor, active: false } }),
      await ask(officer),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: "unknownOrForbidden" });
  });

  test("a cursor of another set of hamlets, person or life of the database begins anew and says so", async () => {
    await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy"]);
    const { cursor } = await read(volunteerA);
    expect(await read(volunteerA, cursor)).toMatchObject({ resync: false, households: [] });
    const other = (await read(volunteerB)).cursor;
    for (const wrong of ["", "x", cursor.slice(2), `${cursor}x`, other]) expect(await read(volunteerA, wrong)).toMatchObject({ resync: true, households: [{}] });
    await province.client.query("delete from campaign_area where campaign_id = $1 and area_id = $2", [campaign.id, campaign.ownHamlet]);
    expect(await read(volunteerA, cursor)).toMatchObject({ resync: true, households: [{}] });
    const { cursor: fewer } = await read(volunteerA);
    await province.client.query("update province set feed_epoch = $1", [randomUUID()]);
    expect(await read(volunteerA, fewer)).toMatchObject({ resync: true, households: [{}] });
  });

  test("the briefing names the campaigns that run today, with the own team's hamlets", async () => {
    const { campaigns } = await withActor(volunteerB.actor, (tx) => buildBriefing(tx, volunteerB, now));
    expect(campaigns?.filter(({ id }) => id === campaign.id)).toEqual([{
      id: campaign.id, name: "Mỗi nhà một tài khoản", from: "2026-08-01", through: "2026-08-31", goal: 100,
      areas: [{ id: campaign.sharedHamlet, name: "Thôn Đại Tín", communeName: "Xã Tuy Phước", teamId: province.units.teamB, householdCount: 50 }],
    }]);
    const september = await withActor(volunteerB.actor, (tx) => buildBriefing(tx, volunteerB, "2026-09-01T00:00:00.000Z"));
    expect(september.campaigns?.map(({ id }) => id)).not.toContain(campaign.id);
  });

  test("a campaign that begins within two weeks is named and can be fetched, one that begins later can't", async () => {
    const soon = await addCampaign(province.client, province, { from: "2026-08-21", through: "2026-08-31" });
    const later = await addCampaign(province.client, province, { from: "2026-08-22", through: "2026-08-31" });
    const [household] = await addHouseholds(province.client, province.provinceId, soon.sharedHamlet, ["Trần Văn Bảy"]);
    const { campaigns } = await withActor(volunteerB.actor, (tx) => buildBriefing(tx, volunteerB, now));
    expect(campaigns?.filter(({ id }) => id === soon.id || id === later.id)).toMatchObject([{ id: soon.id, from: "2026-08-21" }]);
    expect(await ask(volunteerB, undefined, 10, soon.id)).toMatchObject({ ok: true, value: { households: [{ id: household }] } });
    expect(await ask(volunteerB, undefined, 10, later.id)).toEqual({ ok: false, error: "unknownOrForbidden" });
  });
});

describe("a slow transaction that commits after a faster one", () => {
  test("is not skipped, although its number lies below what was already read", async () => {
    const [slow, fast] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy", "Lê Thị Tám"]);
    const { cursor } = await read(volunteerA);
    const begun = await open();
    await change(begun, slow!);
    const ended = await open();
    await change(ended, fast!);
    await ended.query("commit");
    const during = await read(volunteerA, cursor);
    const { rows: [highest] } = await province.client.query<{ xid: string }>("select max(changed_xid)::text as xid from household where area_id = $1", [campaign.sharedHamlet]);
    await begun.query("commit");
    const after = await read(volunteerA, during.cursor);
    expect(idsOf(during)).toEqual([fast]);
    expect(idsOf(after)).toContain(slow);
    // What a reader would have done that goes on behind the highest number it saw.
    const { rows } = await province.client.query("select id from household where area_id = $1 and changed_xid > $2::text::xid8", [campaign.sharedHamlet, highest?.xid]);
    expect(rows).toEqual([]);
    await Promise.all([begun.end(), ended.end()]);
  });

  async function open() {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    await client.query("select set_config('app.province', $1, true)", [province.provinceId]);
    return client;
  }

  const change = (client: pg.Client, id: string) =>
    client.query("update household set last_result = 'moved', changed_xid = pg_current_xact_id() where id = $1", [id]);
});

test("a visit that is withdrawn stands in no pack", async () => {
  const [listed] = await addHouseholds(province.client, province.provinceId, campaign.sharedHamlet, ["Trần Văn Bảy"]);
  const { entryId } = await visit(volunteerB, province.units.teamB, campaign.sharedHamlet, { id: listed }, { result: "refused" });
  const { cursor, households } = await read(volunteerA);
  expect(households).toMatchObject([{ lastResult: "refused" }]);
  await province.client.query("update entry set status = 'returned' where id = $1", [entryId]);
  await act(volunteerB, [makeWithdraw(entryId, 1)]);
  expect((await read(volunteerA, cursor)).households).toEqual([{ id: listed, areaId: campaign.sharedHamlet, head: "Trần Văn Bảy", address: "Số 1, tổ 1", visitCount: 0 }]);
});
