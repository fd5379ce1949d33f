import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as changes } from "@/app/api/changes/route";
import { POST as commands } from "@/app/api/commands/route";
import { GET as requests } from "@/app/api/invitations/route";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { CommandsResponse } from "@/lib/protocol/commands";
import { InvitationsChanged, InvitationsResponse } from "@/lib/protocol/invitations";
import { makeRecord } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { changeInvitations, cookieIn, invite, joinedIn, makeNewcomer, refusalIn } from "../../factories/joining";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: string;
const today = localDateOf(new Date().toISOString());

beforeAll(async () => {
  province = await makeWorkingProvince();
  leader = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamA, "Võ Quốc Bảo")).id);
});
afterAll(() => province.remove());

type Asker = { readonly id: string; readonly cookie: string; readonly newcomer: ReturnType<typeof makeNewcomer> };

async function makeAsker(name: string, since = today): Promise<Asker> {
  const newcomer = makeNewcomer(name);
  const answer = await newcomer.ask({ unitId: province.units.teamA }, { since });
  expect(await joinedIn(answer.clone())).toMatchObject({ person: newcomer.person, outcome: "asked", unit: { name: "Đội xã Phước Lộc" } });
  return { id: newcomer.person.id, cookie: cookieIn(answer), newcomer };
}

const recorded = (day: string) => makeRecord(province.units.teamA, makeHelpSession({ happenedAt: `${day}T02:00:00.000Z` }));
const device = (pendingCount: number) => ({
  deviceId: randomUUID(), pendingCount, pendingIdsDigest: "", appVersion: "1", persisted: true, installed: true, clockOffsetMs: 0,
});
const send = ({ id, cookie }: Asker, sent: readonly object[]) =>
  commands(makePost({ protocol: 1, personId: id, device: device(sent.length), commands: sent }, { cookie }));
const read = ({ id, cookie }: Asker) => changes(new Request(`http://localhost/?personId=${id}`, { headers: { cookie, host: "localhost" } }));
const waiting = async (cookie = leader) =>
  InvitationsResponse.parse(await (await requests(new Request("http://localhost/", { headers: { cookie } }))).json()).requests;
const requestOf = async (asker: Asker) => (await waiting()).find(({ name }) => name === asker.newcomer.person.name)!;
const statusOf = async (entryId: string) =>
  ((await province.client.query("select status::text from entry where id = $1", [entryId])).rows[0] as { status: string } | undefined)?.status;

test("who asked sends nothing before a leader approves; then all that was captured arrives under the own name", async () => {
  const asker = await makeAsker("Nguyễn Xin Vào", addDays(today, -2));
  const captured = [recorded(addDays(today, -2)), recorded(addDays(today, -1)), recorded(today)];
  expect(await refusalIn(await send(asker, captured))).toEqual([403, "awaitingApproval"]);
  expect(await refusalIn(await read(asker))).toEqual([403, "awaitingApproval"]);
  for (const { entryId } of captured) expect(await statusOf(entryId)).toBeUndefined();

  const request = await requestOf(asker);
  expect(request).toMatchObject({ unitName: "Đội xã Phước Lộc", since: addDays(today, -2), unsent: 3 });
  expect((await changeInvitations(leader, { change: "approve", id: request.id })).status).toBe(200);
  const { verdicts } = CommandsResponse.parse(await (await send(asker, captured)).json());
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["accepted", "accepted", "accepted"]);
  for (const { entryId } of captured) expect(await statusOf(entryId)).toBe("submitted");
  const { rows } = await province.client.query("select distinct author_id as author from entry where id = any ($1)", [captured.map(({ entryId }) => entryId)]);
  expect(rows).toEqual([{ author: asker.id }]);
  expect((await read(asker)).status).toBe(200);
  expect(await waiting()).not.toContainEqual(expect.objectContaining({ id: request.id }));
});

test("who was refused hears it, may ask again, and is let in after all", async () => {
  const asker = await makeAsker("Phạm Bị Từ Chối");
  const request = await requestOf(asker);
  expect((await changeInvitations(leader, { change: "refuse", id: request.id, note: "  Chưa gặp bạn.  " })).status).toBe(200);
  expect(await refusalIn(await send(asker, [recorded(today)]))).toEqual([403, "joinRefused"]);
  expect(await requestOf(asker)).toMatchObject({ refused: { by: "Võ Quốc Bảo", note: "Chưa gặp bạn." } });

  await asker.newcomer.ask({ unitId: province.units.teamA });
  expect(await refusalIn(await read(asker))).toEqual([403, "awaitingApproval"]);
  const again = await requestOf(asker);
  expect(again.id).not.toBe(request.id);
  expect((await changeInvitations(leader, { change: "approve", id: again.id })).status).toBe(200);
  expect((await read(asker)).status).toBe(200);
});

test("asking twice is one question, and a stranger can't ask in another's name", async () => {
  const asker = await makeAsker("Hồ Hỏi Hai Lần");
  expect((await requestOf(asker)).unsent).toBe(0);
  await Promise.all([asker.newcomer.ask({ unitId: province.units.teamA }), asker.newcomer.ask({ unitId: province.units.teamA })]);
  expect((await waiting()).filter(({ name }) => name === "Hồ Hỏi Hai Lần")).toHaveLength(1);
  const stranger = makeNewcomer();
  expect(await refusalIn(await stranger.ask({ unitId: province.units.teamA }, { person: asker.newcomer.person }))).toEqual([404, "unknownOrForbidden"]);
});

test("whoever asked and then gets an invitation is let in without a second question", async () => {
  const asker = await makeAsker("Bùi Có Mã", addDays(today, -4));
  const { secret } = await invite(leader, province.units.teamA);
  expect(await joinedIn(await asker.newcomer.join({ secret }, { since: addDays(today, -4) }))).toMatchObject({ outcome: "joined" });
  const { verdicts } = CommandsResponse.parse(await (await send(asker, [recorded(addDays(today, -4))])).json());
  expect(verdicts).toMatchObject([{ verdict: "accepted", status: "submitted" }]);
  expect(await waiting()).not.toContainEqual(expect.objectContaining({ name: "Bùi Có Mã" }));
});

test("the code of a unit's poster asks too, and stays the same", async () => {
  const open = async () => InvitationsChanged.parse(await (await changeInvitations(leader, { change: "openPoster", unitId: province.units.teamA })).json()).posterCode!;
  const code = await open();
  expect(await open()).toBe(code);
  expect(await joinedIn(await makeNewcomer("Từ Áp Phích").ask({ code }))).toMatchObject({ outcome: "asked", unit: { name: "Đội xã Phước Lộc" } });
  expect(await refusalIn(await makeNewcomer().ask({ code: "ZZZZZZZZ" }))).toEqual([404, "unknownOrForbidden"]);
});

test("leaders of others neither see nor decide about who asks", async () => {
  const asker = await makeAsker("Đỗ Của Đội A");
  const request = await requestOf(asker);
  const stranger = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamB)).id);
  expect(await waiting(stranger)).toEqual([]);
  for (const change of ["approve", "refuse"]) {
    expect(await refusalIn(await changeInvitations(stranger, { change, id: request.id }))).toEqual([404, "unknownOrForbidden"]);
  }
  expect(await refusalIn(await read(asker))).toEqual([403, "awaitingApproval"]);
});

test("a leader refuses many at once, all of them or nobody", async () => {
  const askers = [await makeAsker("Một Của Nhiều"), await makeAsker("Hai Của Nhiều")];
  const ids = await Promise.all(askers.map(async (asker) => (await requestOf(asker)).id));
  const stranger = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamB)).id);
  expect(await refusalIn(await changeInvitations(stranger, { change: "refuseMany", ids }))).toEqual([404, "unknownOrForbidden"]);
  expect(await refusalIn(await changeInvitations(leader, { change: "refuseMany", ids: [...ids, randomUUID()] }))).toEqual([404, "unknownOrForbidden"]);
  for (const asker of askers) expect(await refusalIn(await read(asker))).toEqual([403, "awaitingApproval"]);
  expect((await changeInvitations(leader, { change: "refuseMany", ids, note: "Không phải người của đội." })).status).toBe(200);
  for (const asker of askers) expect(await refusalIn(await read(asker))).toEqual([403, "joinRefused"]);
  expect(await requestOf(askers[0]!)).toMatchObject({ refused: { note: "Không phải người của đội." } });
});

test("once its poster is taken down nobody asks to join a unit, by scan or by code; who waits is still heard", async () => {
  const poster = (change: string, cookie = leader) => changeInvitations(cookie, { change, unitId: province.units.teamA });
  const { posterCode } = InvitationsChanged.parse(await (await poster("openPoster")).json());
  const asker = await makeAsker("Đã Xin Trước");
  const stranger = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamB)).id);
  expect(await refusalIn(await poster("closePoster", stranger))).toEqual([404, "unknownOrForbidden"]);
  expect((await poster("closePoster")).status).toBe(200);
  for (const by of [{ code: posterCode! }, { unitId: province.units.teamA }]) {
    expect(await refusalIn(await makeNewcomer().ask(by))).toEqual([404, "unknownOrForbidden"]);
  }
  expect(await joinedIn(await asker.newcomer.ask({ unitId: province.units.teamA }))).toMatchObject({ outcome: "asked" });
  expect(await joinedIn(await makeNewcomer().join(await invite(leader, province.units.teamA)))).toMatchObject({ outcome: "joined" });
  expect(InvitationsChanged.parse(await (await poster("openPoster")).json()).posterCode).toBe(posterCode);
  expect(await joinedIn(await makeNewcomer("Xin Lại Được").ask({ code: posterCode! }))).toMatchObject({ outcome: "asked" });
});

test("two hundred wait at most, whoever asks again after a refusal among them; who waits already may ask again", async () => {
  const [waits, refused] = [await makeAsker("Đang Chờ Sẵn"), await makeAsker("Bị Từ Chối Rồi")];
  await changeInvitations(leader, { change: "refuse", id: (await requestOf(refused)).id });
  await province.client.query(
    `insert into join_request (id, province_id, user_id, unit_id, since, claim_digest, asked_at)
     select gen_random_uuid(), $1, gen_random_uuid(), $2, current_date, '', now() from generate_series(1, 200)`, [province.provinceId, province.units.teamA]);
  for (const newcomer of [makeNewcomer(), refused.newcomer]) {
    expect(await refusalIn(await newcomer.ask({ unitId: province.units.teamA }))).toEqual([429, "tooManyRequests"]);
  }
  expect((await waits.newcomer.ask({ unitId: province.units.teamA })).status).toBe(200);
});
