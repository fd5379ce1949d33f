import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as starter, POST } from "@/app/api/join/route";
import { GET as changes } from "@/app/api/changes/route";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { ChangesResponse } from "@/lib/protocol/changes";
import { StarterResponse } from "@/lib/protocol/join";
import { revokeAllSessions } from "@/lib/server/auth/sessions";
import { attemptKeys, takeAttempt } from "@/lib/server/auth/throttle";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { listInvitations } from "@/lib/server/invitations/list-invitations";
import { changeInvitations, cookieIn, invite, joinedIn, makeNewcomer, newId, refusalIn } from "../../factories/joining";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: string;
let officer: string;
const today = localDateOf(new Date().toISOString());

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { units } = province;
  leader = await makeSessionCookie(province.client, (await province.addPerson("leader", units.teamA, "Võ Quốc Bảo")).id);
  officer = await makeSessionCookie(province.client, (await province.addPerson("officer", units.district)).id);
});
afterAll(() => province.remove());

const rolesOf = async (personId: string) => {
  const { rows } = await province.client.query(
    "select role::text, unit_id as unit, valid_from::text as from from role_assignment where user_id = $1", [personId]);
  return rows as { role: string; unit: string; from: string }[];
};
const readChanges = (cookie: string, personId: string) =>
  changes(new Request(`http://localhost/?personId=${personId}`, { headers: { cookie, host: "localhost" } }));

describe("an invitation", () => {
  test("lets one person in, who may work at once, by what was scanned or typed", async () => {
    for (const typed of [false, true]) {
      const { code, secret, unitId, unitName } = await invite(leader, province.units.teamA);
      const newcomer = makeNewcomer("Đinh Thị Hơ'Liêng");
      const answer = await newcomer.join(typed ? { code } : { secret });
      expect(await joinedIn(answer.clone())).toEqual({ person: newcomer.person, outcome: "joined", unit: { id: unitId, name: unitName } });
      expect(await rolesOf(newcomer.person.id)).toEqual([{ role: "volunteer", unit: province.units.teamA, from: today }]);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^next-auth\.session-token=.*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
      const feed = ChangesResponse.parse(await (await readChanges(cookieIn(answer), newcomer.person.id)).json());
      expect(feed.briefing).toMatchObject({ person: newcomer.person, units: [{ id: province.units.teamA }] });
    }
  });

  test("of several phones at once lets exactly one in", async () => {
    const { secret } = await invite(leader, province.units.teamA);
    const newcomers = Array.from({ length: 6 }, () => makeNewcomer());
    const answers = await Promise.all(newcomers.map(({ join }) => join({ secret })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    const known = await province.client.query("select id from app_user where id = any ($1)", [newcomers.map(({ person }) => person.id)]);
    expect(known.rowCount).toBe(1);
  });

  test("answers the same phone again, also at the same time, and gives no second role", async () => {
    const { secret } = await invite(leader, province.units.teamA);
    const newcomer = makeNewcomer();
    const answers = await Promise.all([newcomer.join({ secret }), newcomer.join({ secret }), newcomer.join({ secret })]);
    for (const answer of [...answers, await newcomer.join({ secret })]) {
      expect(await joinedIn(answer)).toMatchObject({ person: newcomer.person, outcome: "joined" });
    }
    expect(await rolesOf(newcomer.person.id)).toHaveLength(1);
    expect(await refusalIn(await newcomer.join({ secret }, { claim: "x".repeat(43) }))).toEqual([404, "invitationUnknown"]);
  });

  test("answers nobody again once all sessions of the person were ended", async () => {
    const { secret } = await invite(leader, province.units.teamA);
    const newcomer = makeNewcomer();
    await newcomer.join({ secret });
    await revokeAllSessions(province.provinceId, newcomer.person.id);
    expect(await refusalIn(await newcomer.join({ secret }))).toEqual([404, "invitationUnknown"]);
  });

  test("that is unknown, used, over or taken back says so, and lets nobody in", async () => {
    const used = await invite(leader, province.units.teamA);
    await makeNewcomer().join(used);
    const over = await invite(leader, province.units.teamA);
    await province.client.query("update invitation set expires_at = now() where id = $1", [over.id]);
    const takenBack = await invite(leader, province.units.teamA);
    await changeInvitations(leader, { change: "revoke", id: takenBack.id });
    const newcomer = makeNewcomer();
    expect(await refusalIn(await newcomer.join({ code: "ZZZZZZZZ" }))).toEqual([404, "invitationUnknown"]);
    expect(await refusalIn(await newcomer.join({ secret: used.secret }))).toEqual([404, "invitationUnknown"]);
    expect(await refusalIn(await newcomer.join({ secret: over.secret }))).toEqual([410, "invitationExpired"]);
    expect(await refusalIn(await newcomer.join({ secret: takenBack.secret }))).toEqual([410, "invitationRevoked"]);
    expect((await province.client.query("select from app_user where id = $1", [newcomer.person.id])).rowCount).toBe(0);
    expect(await refusalIn(await changeInvitations(leader, { change: "revoke", id: used.id }))).toEqual([409, "notAllowedInThisState"]);
  });

  test("never takes an id that is somebody else's", async () => {
    const victim = await province.addPerson("volunteer", province.units.teamB);
    const { secret } = await invite(leader, province.units.teamA);
    const answer = await makeNewcomer().join({ secret }, { person: { id: victim.id, name: "Kẻ Lạ" } });
    expect(await refusalIn(answer)).toEqual([404, "invitationUnknown"]);
    expect(await rolesOf(victim.id)).toMatchObject([{ unit: province.units.teamB }]);
  });

  test("reaches back to the day the work began, at most to the day it was made", async () => {
    const { id, secret } = await invite(leader, province.units.teamA);
    await province.client.query("update invitation set created_at = now() - interval '3 days' where id = $1", [id]);
    const newcomer = makeNewcomer();
    await newcomer.join({ secret }, { since: addDays(today, -9) });
    expect(await rolesOf(newcomer.person.id)).toMatchObject([{ from: addDays(today, -3) }]);
  });

  test("is kept as digests only", async () => {
    const { id, code, secret } = await invite(leader, province.units.teamA);
    const { rows } = await province.client.query("select invitation::text as row from invitation where id = $1", [id]);
    expect(rows[0].row).not.toContain(code);
    expect(rows[0].row).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
  });
});

test("whoever guesses is slowed down by address, and signing in from there is not", async () => {
  const newcomers = Array.from({ length: 60 }, () => makeNewcomer());
  const headers = { "x-forwarded-for": "198.51.100.9" };
  const statuses: number[] = [];
  for (const [index, { person }] of newcomers.entries()) {
    const body = { protocol: 1, person, claim: "c".repeat(43), since: today, code: `ZZZZZZ${String(index + 22).replaceAll(/[01]/g, "Z")}` };
    statuses.push((await POST(makePost(body, headers))).status);
  }
  expect(statuses.slice(0, 50).every((status) => status === 404)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await takeAttempt(province.provinceId, attemptKeys("hoa", "198.51.100.9"))).ok).toBe(true);
});

describe("who invites", () => {
  test("a leader invites volunteers into the own team, and nobody anywhere else", async () => {
    const { units } = province;
    for (const [unitId, role] of [[units.teamB, "volunteer"], [units.district, "volunteer"], [units.teamA, "leader"]] as const) {
      expect(await refusalIn(await changeInvitations(leader, { change: "make", id: newId(), unitId, role }))).toEqual([404, "unknownOrForbidden"]);
    }
    const { secret } = await invite(officer, units.teamB, "leader");
    const newcomer = makeNewcomer();
    await newcomer.join({ secret });
    expect(await rolesOf(newcomer.person.id)).toMatchObject([{ role: "leader", unit: units.teamB }]);
  });

  test("nobody reads or takes back invitations of others", async () => {
    const stranger = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamB)).id);
    const { id } = await invite(leader, province.units.teamA);
    expect(await refusalIn(await changeInvitations(stranger, { change: "revoke", id }))).toEqual([404, "unknownOrForbidden"]);
    expect(await refusalIn(await changeInvitations(stranger, { change: "make", id, unitId: province.units.teamB, role: "volunteer" }))).toEqual([404, "unknownOrForbidden"]);
  });
});

test("codes are shown to whoever may make such an invitation, and nobody comes in by one of somebody deactivated", async () => {
  const { client, units } = province;
  const [maker, peer] = [await province.addActingPerson("officer", units.district), await province.addActingPerson("leader", units.teamA)];
  const session = await makeSessionCookie(client, maker.actor.userId);
  const [asLeader, asVolunteer] = [await invite(session, units.teamA, "leader"), await invite(session, units.teamA, "volunteer")];
  const seenBy = async (person: typeof maker) => (await listInvitations(person.actor, new Date().toISOString())).map(({ id }) => id);
  expect(await seenBy(maker)).toEqual(expect.arrayContaining([asLeader.id, asVolunteer.id]));
  expect(await seenBy(peer)).toContain(asVolunteer.id);
  expect(await seenBy(peer)).not.toContain(asLeader.id);
  await client.query("update app_user set disabled_at = now() where id = $1", [maker.actor.userId]);
  expect(await refusalIn(await makeNewcomer().join({ secret: asLeader.secret }))).toEqual([expect.any(Number), "invitationRevoked"]);
});

test("nobody comes in by an invitation of somebody who was moved or is out of office, and who came in before stays", async () => {
  const { client, units } = province;
  for (const change of ["valid_to = valid_from", `unit_id = '${units.teamB}'`]) {
    const maker = await province.addPerson("leader", units.teamA);
    const session = await makeSessionCookie(client, maker.id);
    const [used, open] = [await invite(session, units.teamA), await invite(session, units.teamA)];
    const newcomer = makeNewcomer();
    await newcomer.join({ secret: used.secret });
    const { invitation: back } = (await (await changeInvitations(session, { change: "bringBack", id: newId(), userId: newcomer.person.id })).json()) as { invitation: { code: string } };
    await client.query(`update role_assignment set ${change} where user_id = $1`, [maker.id]);
    expect(await refusalIn(await makeNewcomer().join({ code: open.code }))).toEqual([410, "invitationRevoked"]);
    expect(await refusalIn(await makeNewcomer().join({ code: back.code }))).toEqual([410, "invitationRevoked"]);
    expect(await joinedIn(await newcomer.join({ secret: used.secret }))).toMatchObject({ outcome: "joined" });
  }
});

test("nobody is brought back by an invitation of somebody who manages them no more", async () => {
  const newcomer = makeNewcomer();
  await newcomer.join(await invite(leader, province.units.teamA));
  const answer = await changeInvitations(leader, { change: "bringBack", id: newId(), userId: newcomer.person.id });
  const { invitation } = (await answer.json()) as { invitation: { code: string } };
  await province.client.query("update role_assignment set role = 'leader' where user_id = $1", [newcomer.person.id]);
  expect(await refusalIn(await makeNewcomer().join({ code: invitation.code }))).toEqual([410, "invitationRevoked"]);
});

test("a phone that brought somebody signs nobody in any more once they have chosen a password", async () => {
  const { secret } = await invite(leader, province.units.teamA);
  const newcomer = makeNewcomer();
  await newcomer.join({ secret });
  const give = (mustChange: boolean) =>
    province.client.query("update app_user set password_hash = 'x', must_change_password = $2 where id = $1", [newcomer.person.id, mustChange]);
  await give(true);
  expect((await newcomer.join({ secret })).status).toBe(200);
  await give(false);
  expect(await refusalIn(await newcomer.join({ secret }))).toEqual([404, "invitationUnknown"]);
  expect(await refusalIn(await newcomer.ask({ unitId: province.units.teamA }))).toEqual([404, "unknownOrForbidden"]);
});

describe("bringing somebody back", () => {
  test("signs in who has no password, on whatever phone, once", async () => {
    const newcomer = makeNewcomer("Lê Quay Lại");
    await newcomer.join(await invite(leader, province.units.teamA));
    const answer = await changeInvitations(leader, { change: "bringBack", id: newId(), userId: newcomer.person.id });
    const { invitation } = (await answer.json()) as { invitation: { code: string; forName: string } };
    expect(invitation.forName).toBe("Lê Quay Lại");
    const phone = makeNewcomer();
    const back = await phone.join({ code: invitation.code });
    expect(await joinedIn(back.clone())).toMatchObject({ person: newcomer.person, outcome: "returned" });
    expect((await readChanges(cookieIn(back), newcomer.person.id)).status).toBe(200);
    expect(await rolesOf(newcomer.person.id)).toHaveLength(1);
    expect(await refusalIn(await makeNewcomer().join({ code: invitation.code }))).toEqual([404, "invitationUnknown"]);
  });

  test("is no way around a password, nor for people of others", async () => {
    const withPassword = await province.addPerson("volunteer", province.units.teamA);
    const ofOthers = await province.addPerson("volunteer", province.units.teamB);
    await province.client.query("update app_user set password_hash = null where id = $1", [ofOthers.id]);
    const bringBack = (userId: string) => changeInvitations(leader, { change: "bringBack", id: newId(), userId });
    expect(await refusalIn(await bringBack(withPassword.id))).toEqual([409, "notAllowedInThisState"]);
    expect(await refusalIn(await bringBack(ofOthers.id))).toEqual([404, "unknownOrForbidden"]);
  });
});

test("a phone on which nobody has worked yet gets what everybody needs, and the same again as 304", async () => {
  const answer = await starter(new Request("http://localhost/api/join"));
  const { version, provinceId, services } = StarterResponse.parse(await answer.json());
  expect(provinceId).toBe(province.provinceId);
  expect(services).toEqual([{ slug: "khai-sinh", name: "Đăng ký khai sinh" }]);
  expect((await starter(new Request("http://localhost/api/join", { headers: { "if-none-match": `"${version}"` } }))).status).toBe(304);
});

test("a leader's phone carries ten invitations, and those that were used are made up for", async () => {
  const person = await province.addPerson("leader", province.units.teamB, "Trưởng Đội");
  const cookie = await makeSessionCookie(province.client, person.id);
  const poolOf = async () => ChangesResponse.parse(await (await readChanges(cookie, person.id)).json()).briefing?.invitations ?? [];
  const [before] = await Promise.all([poolOf(), poolOf()]);
  expect(before).toHaveLength(10);
  expect(await poolOf()).toEqual(before);
  const newcomer = makeNewcomer();
  expect(await joinedIn(await newcomer.join({ secret: before[0]!.secret }))).toMatchObject({ outcome: "joined" });
  const after = await poolOf();
  expect(after).toHaveLength(10);
  expect(after.map(({ id }) => id)).not.toContain(before[0]!.id);
  const volunteer = await province.addPerson("volunteer", province.units.teamB);
  const feed = ChangesResponse.parse(await (await readChanges(await makeSessionCookie(province.client, volunteer.id), volunteer.id)).json());
  expect(feed.briefing?.invitations).toBeUndefined();
});

test("without the application's checks, invitations of others stay out of sight", async () => {
  await invite(leader, province.units.teamA);
  const stranger = await province.addActingPerson("leader", province.units.teamB);
  const count = (tx: Transaction) =>
    tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from invitation where unit_id = ${province.units.teamA}::uuid`;
  expect(await withActor(stranger.actor, count)).toEqual([{ count: 0 }]);
  await expect(withActor(stranger.actor, (tx) => tx.$executeRaw`delete from invitation`)).rejects.toThrow("42501");
});
