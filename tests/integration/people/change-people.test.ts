import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as withoutPassword, POST } from "@/app/api/people/route";
import type { Role } from "@/lib/domain/people/actor";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { CommandsResponse } from "@/lib/protocol/commands";
import { InvitationsChanged } from "@/lib/protocol/invitations";
import { PeopleChanged, WithoutPassword } from "@/lib/protocol/people";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { listPeople } from "@/lib/server/people/list-people";
import { readPerson } from "@/lib/server/people/read-person";
import { readPlaces } from "@/lib/server/people/read-places";
import { signIn } from "@/lib/server/auth/sign-in";
import { changeInvitations, makeNewcomer, newId } from "../../factories/joining";
import { makePhoneOf } from "../../factories/phone-of";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import type { SmallPerson } from "../../factories/small-province";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

const today = localDateOf(new Date().toISOString());
const now = () => new Date().toISOString();
let province: WorkingProvince;
let officer: Person;
let verifier: Person;
let leader: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ officer, leaderA: leader } = await province.addStaff());
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());

const cookieOf = (id: string) => makeSessionCookie(province.client, id);
async function change(who: Person, wish: object) {
  const answer = await POST(makePost({ id: randomUUID(), ...wish }, { cookie: await cookieOf(who.actor.userId) }));
  const body: unknown = await answer.json();
  if (answer.ok) return PeopleChanged.parse(body);
  return (body as { error: { code: string; field?: string } }).error;
}
const page = (id: string, who = officer) => readPerson(who.actor, id, now());
const roleOf = async (id: string) => (await page(id, verifier))!.roles[0]!;
const volunteer = (unitId = province.units.teamA, name = "Lê Thị Hoa") => province.addPerson("volunteer", unitId, name);
const create = (more: object = {}) => ({ action: "create", userId: randomUUID() as string, name: "Trần Văn Mới", memberKind: "student", role: "volunteer", unitId: province.units.teamA, from: today, ...more });

const phoneOf = async ({ id }: SmallPerson) => makePhoneOf(id, await cookieOf(id));
const entryOf = async (entryId: string) => (await province.client.query<{ status: string; unit_id: string; author_id: string }>("select status::text, unit_id, author_id from entry where id = $1", [entryId])).rows[0];

describe("somebody new", () => {
  test("is made with a first role, a login after the name, and no password", async () => {
    const wish = create();
    expect(await change(officer, wish)).toMatchObject({ userId: wish.userId, login: "vanmoi" });
    expect(await page(wish.userId)).toMatchObject({ name: "Trần Văn Mới", memberKind: "student", state: "noPassword", mayChange: true, roles: [{ role: "volunteer", placeName: "Đội xã Phước Lộc", mayEnd: true }], history: [{ kind: "roleGranted", byName: officer.name }, { kind: "created" }] });
    expect(await signIn({ login: "vanmoi", password: "nobody has this password" }, new Headers())).toMatchObject({ ok: false });
  });

  test("sent twice is one", async () => {
    const wish = { ...create({ name: "Phạm Hai Lần" }), id: randomUUID() };
    const first = await change(officer, wish);
    expect(await change(officer, wish)).toEqual(first);
    expect((await listPeople(officer.actor, { search: "pham hai lan" }, now())).total).toBe(1);
  });

  test("needs a name, a free login, and a role that is the maker's to give", async () => {
    expect(await change(officer, create({ login: (await volunteer()).login }))).toMatchObject({ code: "loginTaken", field: "login" });
    expect(await change(officer, create({ role: "officer", unitId: province.units.district }))).toMatchObject({ code: "roleNotYours", field: "role" });
    expect(await change(leader, create({ role: "leader" }))).toMatchObject({ code: "roleNotYours", field: "role" });
    expect(await change(verifier, create({ role: "provincePlanner" }))).toMatchObject({ code: "roleNotForUnit" });
    expect(await change(officer, create({ from: addDays(today, -1) }))).toMatchObject({ code: "dayInPast", field: "from" });
  });
});

describe("a move", () => {
  test("ends the old role and begins the new one: old entries keep their unit, the phone is briefed anew", async () => {
    const { units } = province;
    const person = await volunteer();
    const phone = await phoneOf(person);
    const before = await phone.send(units.teamA);
    expect((await phone.briefing()).units.map(({ id }) => id)).toEqual([units.teamA]);

    const { id: assignmentId } = await roleOf(person.id);
    expect(await change(officer, { action: "move", userId: person.id, assignmentId, role: "volunteer", unitId: units.teamB, from: today })).toMatchObject({ userId: person.id });
    expect((await phone.briefing()).units.map(({ id }) => id)).toEqual([units.teamB]);
    expect(await entryOf(before.entryId)).toMatchObject({ unit_id: units.teamA, status: "submitted" });

    // What comes for the old unit waits for its leader; for the new one it counts.
    const [late, current] = [await phone.send(units.teamA), await phone.send(units.teamB)];
    expect(await entryOf(late.entryId)).toMatchObject({ status: "quarantined", unit_id: units.teamA });
    expect(await entryOf(current.entryId)).toMatchObject({ status: "submitted", unit_id: units.teamB });
    expect((await page(person.id))?.roles.map(({ placeName, validTo }) => [placeName, validTo])).toEqual([["Đội xã Phước Sơn", undefined], ["Đội xã Phước Lộc", today]]);
  });

  test("from a later day on leaves everything as it is until then", async () => {
    const { units } = province;
    const person = await volunteer();
    const { id: assignmentId } = await roleOf(person.id);
    await change(officer, { action: "move", userId: person.id, assignmentId, role: "leader", unitId: units.teamB, from: addDays(today, 7) });
    expect((await (await phoneOf(person)).briefing()).units.map(({ id }) => id)).toEqual([units.teamA]);
    expect((await listPeople(officer.actor, { unit: units.teamB, role: "leader", search: "le thi hoa" }, now())).people.map(({ id }) => id)).toContain(person.id);
  });

  test("that somebody was faster with is told so", async () => {
    const person = await volunteer();
    const { id: assignmentId } = await roleOf(person.id);
    const wish = { action: "move", userId: person.id, assignmentId, role: "volunteer", unitId: province.units.teamB, from: today };
    const answers = await Promise.all([change(officer, wish), change(verifier, wish)]);
    expect(answers.map((answer) => ("code" in answer ? answer.code : "done")).sort()).toEqual(["done", "personChangedSince"]);
  });

  test("reaches no unit outside of the own ones", async () => {
    const person = await volunteer();
    const { id: assignmentId } = await roleOf(person.id);
    expect(await change(leader, { action: "move", userId: person.id, assignmentId, role: "volunteer", unitId: province.units.teamB, from: today })).toMatchObject({ code: "unknownOrForbidden", field: "unitId" });
  });
});

describe("somebody who is disabled", () => {
  test("is signed out with the next request, can't sign in, and delivers into quarantine what the phone still holds", async () => {
    const person = await volunteer();
    const phone = await phoneOf(person);
    const desk = async () => (await withoutPassword(new Request("http://localhost/api/people", { headers: { cookie: await cookieOf(person.id) } }))).status;
    const sessions = await cookieOf(person.id);
    expect(await change(officer, { action: "disable", userId: person.id })).toMatchObject({ userId: person.id });
    expect((await POST(makePost({}, { cookie: sessions }))).status).toBe(401);
    expect(await desk()).toBe(401);
    expect(await signIn({ login: person.login, password: "mot-mat-khau-dai" }, new Headers())).toMatchObject({ ok: false });

    const { answer, entryId } = await phone.send(province.units.teamA);
    expect(CommandsResponse.parse(await answer.json()).verdicts).toMatchObject([{ verdict: "accepted" }]);
    expect(await entryOf(entryId)).toMatchObject({ status: "quarantined", author_id: person.id });
  });

  test("and comes back has the roles of before, and no session of before", async () => {
    const person = await volunteer();
    const old = await cookieOf(person.id);
    await change(officer, { action: "disable", userId: person.id });
    expect(await page(person.id)).toMatchObject({ state: "disabled" });
    expect(await change(officer, { action: "disable", userId: person.id })).toMatchObject({ code: "personChangedSince" });
    await change(officer, { action: "enable", userId: person.id });
    expect(await page(person.id)).toMatchObject({ state: "active", roles: [{ role: "volunteer" }] });
    const read = (cookie: string) => makePhoneOf(person.id, cookie).read();
    expect((await read(old)).status).toBe(401);
    expect((await read(await cookieOf(person.id))).status).toBe(200);
  });
});

describe("a first password", () => {
  test("signs in once it is given, has to be changed, and ends the sessions of before", async () => {
    const person = await volunteer();
    const old = await cookieOf(person.id);
    const answer = await change(leader, { action: "issuePasswords", userIds: [person.id], onlyWithout: false });
    const [issued] = ("passwords" in answer && answer.passwords) || [];
    expect(issued).toMatchObject({ userId: person.id, login: person.login, unitName: "Đội xã Phước Lộc" });
    expect(await page(person.id)).toMatchObject({ state: "firstPassword" });
    expect((await makePhoneOf(person.id, old).read()).status).toBe(401);
    expect(await signIn({ login: person.login, password: issued!.password }, new Headers())).toMatchObject({ ok: true });
  });

  test("is written nowhere but where it is told", async () => {
    const person = await volunteer();
    const answer = await change(officer, { action: "issuePasswords", userIds: [person.id], onlyWithout: false });
    const [issued] = ("passwords" in answer && answer.passwords) || [];
    const { rows: tables } = await province.client.query<{ name: string }>("select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
    for (const { name } of tables) {
      const { rows } = await province.client.query(`select 1 from ${name} as row where row::text like '%' || $1 || '%'`, [issued!.password]);
      expect([name, rows]).toEqual([name, []]);
    }
  });

  test("for many goes to those who have none, and to nobody where one of them is not the giver's", async () => {
    const [has, lacks] = [await volunteer(), create({ name: "Trần Chưa Có" })];
    await change(officer, lacks);
    const answer = await change(officer, { action: "issuePasswords", userIds: [has.id, lacks.userId], onlyWithout: true });
    expect("passwords" in answer && answer.passwords?.map(({ userId }) => userId)).toEqual([lacks.userId]);
    expect(await change(leader, { action: "issuePasswords", userIds: [has.id, officer.actor.userId], onlyWithout: false })).toMatchObject({ code: "unknownOrForbidden" });
  });

  test("is nothing that whoever came in by a code needs: they are not offered one, and one given leaves them signed in", async () => {
    const person = await volunteer();
    await province.client.query("update app_user set password_hash = null where id = $1", [person.id]);
    const phone = await phoneOf(person);
    expect(await page(person.id)).toMatchObject({ state: "noPassword", hasPassword: false });
    await phone.send(province.units.teamA);
    expect(await page(person.id)).toMatchObject({ state: "active", hasPassword: false });
    expect((await listPeople(officer.actor, { state: "noPassword" }, now())).people.map(({ id }) => id)).not.toContain(person.id);
    await change(officer, { action: "issuePasswords", userIds: [person.id], onlyWithout: false });
    expect((await phone.read()).status).toBe(401); // has to choose an own password first
    await province.client.query("update app_user set must_change_password = false where id = $1", [person.id]);
    expect((await phone.read()).status).toBe(200);
  });

  test("is offered for those of the list who have none", async () => {
    const wish = create({ name: "Trần Không Mật Khẩu" });
    await change(officer, wish);
    const cookie = await cookieOf(officer.actor.userId);
    const answer = await withoutPassword(new Request("http://localhost/api/people?search=khong+mat+khau", { headers: { cookie } }));
    expect(WithoutPassword.parse(await answer.json()).userIds).toEqual([wish.userId]);
  });
});

describe("the walls around people", () => {
  const asked = async (person: SmallPerson): Promise<readonly object[]> => {
    const { id: assignmentId } = await roleOf(person.id);
    return [
      { action: "edit", name: "Tên Khác", memberKind: "student", expected: { name: person.name, memberKind: "volunteer" } }, { action: "disable" }, { action: "end", assignmentId, on: today },
      { action: "grant", role: "volunteer", unitId: province.units.teamA, from: today }, { action: "issuePasswords", userIds: [person.id], onlyWithout: false },
    ].map((wish) => ({ userId: person.id, ...wish }));
  };
  const withoutUserId = (wish: object) => ("userIds" in wish ? Object.fromEntries(Object.entries(wish).filter(([name]) => name !== "userId")) : wish);

  test.each([["volunteer", "teamA"], ["observer", "province"], ["provincePlanner", "province"], ["leader", "teamB"], ["officer", "teamB"]] as [Role, "teamA" | "teamB" | "province"][])("a %s of %s changes nobody of team A, and knows of none", async (role, unit) => {
    const who = await province.addActingPerson(role, province.units[unit]);
    const person = await volunteer();
    for (const wish of await asked(person)) expect([wish, await change(who, withoutUserId(wish))]).toMatchObject([wish, { code: "unknownOrForbidden" }]);
    expect(await page(person.id, who)).toBeUndefined();
    expect((await listPeople(who.actor, {}, now())).people.map(({ id }) => id)).not.toContain(person.id);
    expect(await page(person.id)).toMatchObject({ name: person.name, state: "active" });
  });

  test("nobody changes oneself, or whoever holds what is not theirs to give", async () => {
    const second = await province.addActingPerson("officer", province.units.district);
    for (const id of [officer.actor.userId, second.actor.userId]) {
      expect(await change(officer, { action: "disable", userId: id })).toMatchObject({ code: "unknownOrForbidden" });
      expect(await page(id)).toMatchObject({ mayChange: false });
    }
  });

  test("the database says no, whatever the server forgot to ask", async () => {
    const { units, provinceId } = province;
    const person = await volunteer(units.teamB);
    const write = (who: Person, sql: string, ...values: string[]) => withActor(who.actor, (tx) => tx.$executeRawUnsafe(sql, ...values));
    const grant = (who: Person, role: Role, unitId: string, userId: string) => write(who,
      `insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, granted_by_id) values (gen_random_uuid(), '${provinceId}', $1::uuid, '${role}', $2::uuid, current_date, '${who.actor.userId}')`, userId, unitId);
    expect(await write(leader, "update app_user set disabled_at = now() where id = $1::uuid", person.id)).toBe(0);
    expect(await write(officer, "update app_user set name = 'Khác' where id = $1::uuid", verifier.actor.userId)).toBe(0);
    expect(await write(leader, "update role_assignment set valid_to = current_date where user_id = $1::uuid", person.id)).toBe(0);
    await expect(grant(leader, "leader", units.teamA, person.id)).rejects.toThrow();
    await expect(grant(officer, "officer", units.district, person.id)).rejects.toThrow();
    await expect(grant(officer, "volunteer", units.teamA, officer.actor.userId)).rejects.toThrow();
    expect(await grant(officer, "leader", units.teamA, person.id)).toBe(1);
    expect(await write(officer, "update app_user set disabled_at = now() where id = $1::uuid", person.id)).toBe(1);
  });

  test("what may be given where is what the forms offer", async () => {
    const rolesOf = async (who: Person) => Object.fromEntries((await readPlaces(who.actor, now())).units.map(({ name, roles }) => [name, roles]));
    expect(await rolesOf(leader)).toEqual({ "Đội xã Phước Lộc": ["volunteer"] });
    expect(await rolesOf(officer)).toMatchObject({ "Huyện đoàn Tuy Phước": ["volunteer", "leader", "observer"], "Đội xã Phước Sơn": ["volunteer", "leader", "observer"] });
  });
});

test("a name is edited only as long as it is what was looked at", async () => {
  const person = await volunteer();
  const wish = (name: string) => ({ action: "edit", userId: person.id, name, memberKind: "publicEmployee", expected: { name: person.name, memberKind: "volunteer" } });
  await change(officer, wish("Lê Thị Hoa Hồng"));
  expect(await change(leader, wish("Lê Hoa"))).toMatchObject({ code: "personChangedSince" });
  expect(await page(person.id)).toMatchObject({ name: "Lê Thị Hoa Hồng", memberKind: "publicEmployee" });
  expect((await page(person.id))?.history.map(({ kind }) => kind).sort()).toEqual(["kindChanged", "renamed"]);
});

test("who came in by a code has the one who made it in the history", async () => {
  const newcomer = makeNewcomer("Trần Văn Vào Đội");
  const answer = await changeInvitations(await cookieOf(leader.actor.userId), { change: "make", id: newId(), unitId: province.units.teamA, role: "volunteer" });
  const { invitation } = InvitationsChanged.parse(await answer.json());
  expect((await newcomer.join({ code: invitation!.code })).status).toBe(200);
  expect((await page(newcomer.person.id))?.history).toMatchObject([{ kind: "joined", byName: leader.name, role: "volunteer", placeName: "Đội xã Phước Lộc" }]);
});

test("people are found by words of their names, marks or not, and by login", async () => {
  const { login, id } = await volunteer(province.units.teamA, "Nguyễn Đặng Thuỳ Trâm");
  for (const search of ["thuy tram", "Đặng", "tram nguyen", login]) expect((await listPeople(officer.actor, { search }, now())).people.map((one) => one.id)).toContain(id);
  expect((await listPeople(officer.actor, { search: "huy" }, now())).people.map((one) => one.id)).not.toContain(id);
  expect((await listPeople(officer.actor, { search: "%" }, now())).total).toBe((await listPeople(officer.actor, {}, now())).total);
});
