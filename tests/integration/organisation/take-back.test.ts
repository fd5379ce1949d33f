import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { askOrganisation } from "@/lib/server/organisation/change-organisation";
import { readUnitPage } from "@/lib/server/organisation/read-unit";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { day } from "../../factories/organisation";
import { makeOrganisedProvince, type OrganisedProvince } from "../../factories/organised-province";

const from = day("2099-06-15");
const [now, later] = [new Date(), new Date(Date.now() + 1_000)].map((moment) => moment.toISOString()) as [string, string];

let province: OrganisedProvince;
let verifier: Person;
let planted: Awaited<ReturnType<OrganisedProvince["plant"]>>;

beforeAll(async () => {
  province = await makeOrganisedProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());
beforeEach(async () => {
  planted = await province.plant();
});

/** All that hangs on the tree, without what only tells of it. */
async function everything(): Promise<unknown> {
  const tables = ["unit_parent", "unit_successor", "unit_ancestor", "unit_jurisdiction", "role_assignment", "member", "shift"];
  const days = "valid_from < coalesce(valid_to, 'infinity')";
  const all = [...tables.map((table) => `select * from ${table}`), `select * from unit where ${days}`, `select * from place where ${days}`];
  const rows: unknown[] = [];
  for (const sql of all) rows.push((await province.client.query(`select row_to_json(held)::text as row from (${sql}) held order by 1`)).rows);
  return rows;
}

async function plan(person: Person, change: OrganisationChange, at = now): Promise<string> {
  const id = randomUUID();
  expect(await province.change(person, change, at, id)).toEqual({ ok: true, value: { id } });
  return id;
}

const takeBack = (person: Person, changeId: string) => askOrganisation(person.actor, { action: "takeBack", id: randomUUID(), changeId }, now);

const changes: readonly [string, () => OrganisationChange][] = [
  ["a merger into a unit that is there", () => ({ kind: "merge", from, unitIds: [planted.units.teamA], into: { unitId: planted.units.teamB } })],
  ["a merger into a new unit", () => ({ kind: "merge", from, unitIds: [planted.units.teamA, planted.units.teamB], into: { opens: { id: randomUUID(), name: "Đội chung" }, parentId: planted.units.district } })],
  ["a split", () => {
    const [north, south] = [randomUUID(), randomUUID()];
    return { kind: "split", from, unitId: planted.units.teamA, carriedInto: south, into: [north, south].map((id) => ({ opens: { id, name: `Đội ${id}` }, parentId: planted.units.district })) };
  }],
  ["a move", () => ({ kind: "move", from, unitId: planted.units.teamA, parentId: planted.units.otherDistrict })],
  ["a new unit", () => ({ kind: "open", from, unit: { id: randomUUID(), name: "Đội mới" }, unitKind: "team", parentId: planted.units.district })],
  ["an end", () => ({ kind: "close", from, unitId: planted.units.teamC })],
];

test.each(changes)("%s that was planned by mistake is taken back, and everything is as before; then it can be planned again", async (_, change) => {
  const { teamA, teamB } = planted.units;
  const counter = await province.addCounter(teamA);
  const shift = { province_id: province.provinceId, unit_id: teamA, place_id: counter, starts_at: "08:00", ends_at: "11:00", created_by_id: planted.leader.actor.userId, created_at: now };
  await insertRows(province.client, "shift", [{ ...shift, id: randomUUID(), day: "2099-06-18" }, { ...shift, id: randomUUID(), day: "2099-06-10" }]);
  await insertRows(province.client, "member", [{
    id: randomUUID(), province_id: province.provinceId, number_hash: "\\x01", hash_version: 1, unit_id: teamA, public_employee: false, union_member: true, valid_from: "2023-01-01",
  }]);
  // Holds the role in both, in one of them for a time.
  await insertRows(province.client, "role_assignment", [
    { id: randomUUID(), province_id: province.provinceId, user_id: planted.volunteer.actor.userId, role: "volunteer", unit_id: teamB, valid_from: "2023-01-01" },
    { id: randomUUID(), province_id: province.provinceId, user_id: planted.leader.actor.userId, role: "volunteer", unit_id: teamA, valid_from: "2023-01-01", valid_to: "2099-12-31" },
  ]);
  const before = await everything();
  const changeId = await plan(verifier, change());
  expect(await everything()).not.toEqual(before);
  expect(await takeBack(verifier, changeId)).toMatchObject({ ok: true });
  expect(await everything()).toEqual(before);
  expect(await takeBack(verifier, changeId)).toMatchObject({ ok: true });
  expect(await everything()).toEqual(before);
  await takeBack(verifier, await plan(verifier, change()));
  expect(await everything()).toEqual(before);
});

test("what was decided since about somebody holds in the unit that stays", async () => {
  const { teamA, teamB } = planted.units;
  const changeId = await plan(planted.officer, { kind: "merge", from, unitIds: [teamA], into: { unitId: teamB } });
  await province.client.query("update role_assignment set valid_to = '2099-07-01' where user_id = $1 and unit_id = $2", [planted.volunteer.actor.userId, teamB]);
  expect(await takeBack(planted.officer, changeId)).toMatchObject({ ok: true });
  const { actor } = await province.again(planted.volunteer);
  expect(actor.assignments).toEqual([{ role: "volunteer", unitId: teamA, validFrom: expect.any(String) as string, validTo: "2099-07-01" }]);
});

test("the history of unit and people keeps both, and offers it while it can be done", async () => {
  const { teamA, teamB } = planted.units;
  const changeId = await plan(planted.officer, { kind: "merge", from, unitIds: [teamA], into: { unitId: teamB } });
  const told = async (person: Person) => (await readUnitPage(person.actor, teamA, now))?.history;
  expect(await told(planted.officer)).toMatchObject([{ id: changeId, mayTakeBack: true }]);
  expect(await told(planted.leader)).toMatchObject([{ id: changeId, mayTakeBack: false }]);
  await takeBack(planted.officer, changeId);
  expect(await told(planted.officer)).toMatchObject([{ id: changeId, mayTakeBack: false, takenBackAt: now }]);
  const { rows } = await province.client.query("select kind, unit_id as id from person_change where user_id = $1 order by command_id = $2, kind", [planted.volunteer.actor.userId, changeId]);
  expect(rows).toEqual([{ kind: "roleEnded", id: teamB }, { kind: "roleGranted", id: teamA }, { kind: "roleEnded", id: teamA }, { kind: "roleGranted", id: teamB }]);
  const { rows: log } = await province.client.query("select count(*)::int as count from command_log where type = 'takeBackOrganisationChange' and actor_id = $1", [planted.officer.actor.userId]);
  expect(log).toEqual([{ count: 1 }]);
});

test("it is refused to whoever could not have made it, as if it did not exist", async () => {
  const { teamA, teamB, otherDistrict } = planted.units;
  const merger = await plan(planted.officer, { kind: "merge", from, unitIds: [teamA], into: { unitId: teamB } });
  for (const person of [planted.leader, planted.volunteer, planted.otherOfficer]) {
    expect(await takeBack(person, merger)).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
    await expect(withActor(person.actor, (tx) => tx.$queryRaw`select take_back_unit_change(${merger}::uuid, now())::text`)).rejects.toThrow("42501");
  }
  expect(await takeBack(planted.officer, randomUUID())).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
  await takeBack(planted.officer, merger);
  const move = await plan(verifier, { kind: "move", from, unitId: teamA, parentId: otherDistrict });
  expect(await takeBack(planted.officer, move)).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
});

test("it is refused once its day has come, and while something stands upon it", async () => {
  const { teamA, teamB, district } = planted.units;
  const [opened, done] = [randomUUID(), randomUUID()];
  await province.change(planted.officer, { kind: "rename", from: day("2024-06-15"), unitId: teamB, name: "Đội khác" }, now, done);
  expect(await takeBack(planted.officer, done)).toEqual({ ok: false, error: { code: "changeInEffect" } });

  const opening = await plan(planted.officer, { kind: "open", from, unit: { id: opened, name: "Đội mới" }, unitKind: "team", parentId: district });
  const merger = await plan(planted.officer, { kind: "merge", from: day("2099-06-16"), unitIds: [teamA], into: { unitId: opened } }, later);
  expect(await takeBack(planted.officer, opening)).toEqual({ ok: false, error: { code: "changeBuiltUpon" } });
  expect(await takeBack(planted.officer, merger)).toMatchObject({ ok: true });
  const role = { id: randomUUID(), province_id: province.provinceId, user_id: planted.volunteer.actor.userId, role: "leader", unit_id: opened, valid_from: from };
  await insertRows(province.client, "role_assignment", [role]);
  expect(await takeBack(planted.officer, opening)).toEqual({ ok: false, error: { code: "changeBuiltUpon" } });
  await province.client.query("delete from role_assignment where id = $1", [role.id]);
  expect(await takeBack(planted.officer, opening)).toMatchObject({ ok: true });
});

test("whoever comes before the day goes on in the heir on it, and stays where they came to when the plan is taken back", async () => {
  const { teamA, teamB } = planted.units;
  const changeId = await plan(planted.officer, { kind: "merge", from, unitIds: [teamA], into: { unitId: teamB } });
  const newcomer = await newPerson();
  await grant(newcomer, teamA);
  expect(await roles(newcomer)).toEqual([{ unit: teamA, from: "2024-01-01", to: from }, { unit: teamB, from, to: null }]);
  const elsewhere = await newPerson();
  await grant(elsewhere, planted.units.teamC);
  expect(await roles(elsewhere)).toEqual([{ unit: planted.units.teamC, from: "2024-01-01", to: null }]);
  expect(await takeBack(planted.officer, changeId)).toMatchObject({ ok: true });
  expect(await roles(newcomer)).toEqual([{ unit: teamA, from: "2024-01-01", to: null }]);
  const afterwards = await newPerson();
  await grant(afterwards, teamA);
  expect(await roles(afterwards)).toEqual([{ unit: teamA, from: "2024-01-01", to: null }]);
});

test("whose role ends before the day has none in the heir on it, nor again when the plan is taken back", async () => {
  const { teamA, teamB } = planted.units;
  const changeId = await plan(planted.officer, { kind: "merge", from, unitIds: [teamA], into: { unitId: teamB } });
  const leaver = planted.volunteer.actor.userId;
  await withActor(verifier.actor, (tx) => tx.$executeRaw`update role_assignment set valid_to = '2026-01-31' where user_id = ${leaver}::uuid and unit_id = ${teamA}::uuid`);
  const left = (await roles(leaver)).filter(({ from: begins, to }) => begins !== to);
  expect(left).toMatchObject([{ unit: teamA, to: "2026-01-31" }]);
  expect(await takeBack(planted.officer, changeId)).toMatchObject({ ok: true });
  expect((await roles(leaver)).filter(({ from: begins, to }) => begins !== to)).toEqual(left);
});

async function newPerson(): Promise<string> {
  const id = randomUUID();
  await insertRows(province.client, "app_user", [{ id, province_id: province.provinceId, login: id, name: "Người mới", password_hash: "-", must_change_password: false, session_version: 1, created_at: now }]);
  return id;
}

function grant(userId: string, unitId: string): Promise<number> {
  return withActor(verifier.actor, (tx) => tx.$executeRaw`
    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, granted_by_id)
    values (${randomUUID()}::uuid, ${province.provinceId}::uuid, ${userId}::uuid, 'volunteer', ${unitId}::uuid, '2024-01-01', ${verifier.actor.userId}::uuid)`);
}

async function roles(userId: string): Promise<{ unit: string; from: string; to: string | null }[]> {
  const { rows } = await province.client.query(`select unit_id as unit, valid_from::text as from, valid_to::text as to from role_assignment where user_id = $1 order by valid_from, unit_id`, [userId]);
  return rows as { unit: string; from: string; to: string | null }[];
}
