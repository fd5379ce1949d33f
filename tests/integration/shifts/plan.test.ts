import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/shifts/route";
import type { Shift } from "@/lib/domain/shift/shift";
import type { WeekPlan } from "@/lib/protocol/shifts";
import type { Person } from "@/lib/server/auth/person";
import { buildBriefing } from "@/lib/server/changes/briefing";
import { withActor, withProvince } from "@/lib/server/database/with-actor";
import { changeShifts } from "@/lib/server/shifts/change-shifts";
import { readWeek } from "@/lib/server/shifts/read-week";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeShift } from "../../factories/shifts";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: Person;
let otherLeader: Person;
let officer: Person;
let volunteer: Person;
let colleague: Person;
let stranger: Person;
let counter: string;
let foreignCounter: string;
const now = "2026-08-20T03:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { units } = province;
  ({ volunteerA: volunteer, volunteerB: stranger, leaderA: leader, leaderB: otherLeader, officer } = await province.addStaff());
  colleague = await province.addActingPerson("volunteer", units.teamA);
  counter = await province.addCounter(units.teamA);
  foreignCounter = await province.addCounter(units.teamB, "Một cửa Phước Sơn");
});
afterAll(() => province.remove());
beforeEach(async () => void (await province.client.query("truncate shift, shift_assignment")));

const idOf = ({ actor }: Person) => actor.userId;
const planned = (changes: object = {}) => makeShift(province.units.teamA, counter, { personIds: [idOf(volunteer)], ...changes });
const save = (shift: Shift, person = leader) => changeShifts(person.actor, { action: "save", shift }, now);
const copy = (day = "2026-08-26", person = leader) => changeShifts(person.actor, { action: "copyWeek", unitId: province.units.teamA, day: day as never }, now);
const week = async (day = "2026-08-20", person = leader): Promise<WeekPlan> => (await readWeek(person.actor, { day: day as never, unit: province.units.teamA }, now))!;
const listed = ({ shifts }: WeekPlan) => shifts.map(({ day, startsAt, people }) => [day, startsAt, people.length]);

describe("a leader's plan", () => {
  test("is what the week shows: places, team and shifts", async () => {
    await save(planned());
    await save(planned({ day: "2026-08-23", startsAt: "13:30", endsAt: "17:00", personIds: [idOf(colleague), idOf(leader)] }));
    await save(planned({ day: "2026-08-24" }));
    const plan = await week();
    expect(plan).toMatchObject({ unit: { id: province.units.teamA }, mayPlan: true, today: "2026-08-20", lastWeekCount: 0 });
    expect([plan.days[0], plan.days[6]]).toEqual(["2026-08-17", "2026-08-23"]);
    expect(plan.places.map(({ name }) => name)).toEqual(["Một cửa Phước Lộc", "Một cửa Tuy Phước"]);
    expect(plan.team.map(({ id }) => id).sort()).toEqual([leader, volunteer, colleague].map(idOf).sort());
    expect(listed(plan)).toEqual([["2026-08-18", "07:30", 1], ["2026-08-23", "13:30", 2]]);
    expect((await week("2026-08-25")).lastWeekCount).toBe(2);
  });

  test("changes and may be saved again without becoming two", async () => {
    const shift = planned({ personIds: [idOf(volunteer), idOf(colleague)] });
    await save(shift);
    await save(shift);
    expect(listed(await week())).toEqual([["2026-08-18", "07:30", 2]]);
    await save({ ...shift, startsAt: "08:00", personIds: [idOf(colleague)] });
    expect((await week()).shifts).toMatchObject([{ startsAt: "08:00", people: [{ id: idOf(colleague) }] }]);
  });

  test("a cancelled shift is gone for everybody, and stays so", async () => {
    const shift = planned();
    await save(shift);
    expect(await changeShifts(leader.actor, { action: "cancel", shiftId: shift.id }, now)).toMatchObject({ ok: true });
    expect(await changeShifts(leader.actor, { action: "cancel", shiftId: shift.id }, now)).toMatchObject({ ok: true });
    expect(listed(await week())).toEqual([]);
    expect(await save(shift)).toEqual({ ok: false, error: { code: "notAllowedInThisState" } });
    expect((await save(planned())).ok).toBe(true); // its people are free again
  });

  test.each<[string, () => object, object]>([
    ["an end before the start", () => ({ endsAt: "07:00" }), { code: "shiftEndsBeforeStart", field: "endsAt" }],
    ["a person of another team", () => ({ personIds: [idOf(volunteer), idOf(stranger)] }), { code: "personNotInTeam", field: "personIds.1" }],
    ["a place of another team", () => ({ placeId: foreignCounter }), { code: "unknownOrForbidden", field: "placeId" }],
    ["a day before the team", () => ({ day: "2022-04-30", personIds: [] }), { code: "unknownOrForbidden", field: "placeId" }],
  ])("refuses %s and keeps nothing of it", async (_, changes, error) => {
    expect(await save(planned(changes()))).toEqual({ ok: false, error });
    const { rows } = await province.client.query("select from shift");
    expect(rows).toHaveLength(0);
  });

  test("refuses who is on another shift at that time, also another unit's, also when both are saved at once", async () => {
    const { client, provinceId, units } = province;
    await insertRows(client, "role_assignment", [
      { id: randomUUID(), province_id: provinceId, user_id: idOf(stranger), role: "volunteer", unit_id: units.teamA, valid_from: "2022-05-01", valid_to: "2026-08-31" },
    ]);
    const there = makeShift(units.teamB, foreignCounter, { personIds: [idOf(stranger)] });
    const here = planned({ startsAt: "11:00", endsAt: "12:00", personIds: [idOf(stranger)] });
    const answers = await Promise.all([save(there, otherLeader), save(here)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: "personDoubleBooked", field: "personIds.0" } });
    expect((await save(planned({ startsAt: "12:00", endsAt: "13:00", personIds: [idOf(stranger)] }))).ok).toBe(true);
    await client.query("delete from role_assignment where user_id = $1 and unit_id = $2", [idOf(stranger), units.teamA]);
  });
});

describe("copying last week", () => {
  test("takes over shifts and people, and twice adds nothing", async () => {
    await save(planned({ personIds: [idOf(volunteer), idOf(colleague)] }));
    await save(planned({ day: "2026-08-20", personIds: [] }));
    await save(planned({ day: "2026-08-11" })); // two weeks before
    expect(await copy()).toEqual({ ok: true, value: { shifts: 2, assignments: 2, skipped: 0 } });
    expect(listed(await week("2026-08-24"))).toEqual([["2026-08-25", "07:30", 2], ["2026-08-27", "07:30", 0]]);
    expect(await copy()).toEqual({ ok: true, value: { shifts: 0, assignments: 0, skipped: 0 } });
    const twice = await Promise.all([copy("2026-09-02"), copy("2026-09-02")]);
    expect(twice.map((answer) => answer.ok && "shifts" in answer.value && answer.value.shifts).sort()).toEqual([0, 2]);
  });

  test("adds to a week that has something, leaves cancelled what was cancelled, and takes nobody twice", async () => {
    const cancelled = planned({ day: "2026-08-26" });
    await save(planned());
    await save(planned({ day: "2026-08-19" }));
    await save(cancelled);
    await changeShifts(leader.actor, { action: "cancel", shiftId: cancelled.id }, now);
    await save(planned({ day: "2026-08-25", startsAt: "09:00", endsAt: "10:00" }));
    expect(await copy()).toEqual({ ok: true, value: { shifts: 1, assignments: 0, skipped: 1 } });
    expect(listed(await week("2026-08-24"))).toEqual([["2026-08-25", "07:30", 0], ["2026-08-25", "09:00", 1]]);
  });

  test("leaves out who left the team", async () => {
    const leaving = await province.addActingPerson("volunteer", province.units.teamA);
    await save(planned({ personIds: [idOf(leaving), idOf(volunteer)] }));
    await province.client.query("update role_assignment set valid_to = '2026-08-24' where user_id = $1", [idOf(leaving)]);
    expect(await copy()).toMatchObject({ value: { shifts: 1, assignments: 1, skipped: 1 } });
  });
});

describe("nobody else", () => {
  test("plans or reads a unit's week: another leader and a volunteer hear what an unknown unit says", async () => {
    const shift = planned();
    await save(shift);
    const unknown = { ok: false, error: { code: "unknownOrForbidden" } };
    expect(await save(planned({ unitId: randomUUID() }))).toEqual(unknown);
    for (const person of [otherLeader, volunteer]) {
      expect(await save(planned(), person)).toEqual(unknown);
      expect(await save({ ...shift, endsAt: "12:00" }, person)).toEqual(unknown);
      expect(await changeShifts(person.actor, { action: "cancel", shiftId: shift.id }, now)).toEqual(unknown);
      expect(await copy("2026-08-26", person)).toEqual(unknown);
      expect(await readWeek(person.actor, { unit: province.units.teamA }, now)).toBeUndefined();
    }
    expect(await changeShifts(otherLeader.actor, { action: "save", shift: { ...shift, unitId: province.units.teamB } }, now)).toEqual(unknown);
    expect(listed(await week())).toEqual([["2026-08-18", "07:30", 1]]);
  });

  test("gets through the wall when every check is forgotten", async () => {
    const shift = planned();
    await save(shift);
    for (const person of [otherLeader, volunteer]) {
      expect(await withActor(person.actor, (tx) => tx.$executeRaw`update shift set ends_at = '23:00'`)).toBe(0);
      expect(await withActor(person.actor, (tx) => tx.$executeRaw`delete from shift_assignment`)).toBe(0);
      await expect(withActor(person.actor, (tx) => tx.$executeRaw`
        insert into shift_assignment (province_id, shift_id, user_id)
        values (${province.provinceId}::uuid, ${shift.id}::uuid, ${idOf(person)}::uuid)`)).rejects.toThrow("42501");
    }
  });

  test("but the officer above may, and the team is offered to choose", async () => {
    expect((await save(planned(), officer)).ok).toBe(true);
    const first = await readWeek(officer.actor, {}, now);
    expect(first?.units.map(({ name }) => name)).toEqual(["Đội xã Phước Lộc", "Đội xã Phước Sơn"]);
    expect(first).toMatchObject({ mayPlan: true });
  });
});

test("phones hear of their own shifts from a week ago to two weeks ahead", async () => {
  for (const day of ["2026-08-12", "2026-08-13", "2026-09-03", "2026-09-04"]) await save(planned({ day }));
  const cancelled = planned({ day: "2026-08-21" });
  await save(cancelled);
  await changeShifts(leader.actor, { action: "cancel", shiftId: cancelled.id }, now);
  await save(planned({ day: "2026-08-22", personIds: [idOf(colleague)] }));
  const brief = (person: Person) => withProvince(province.provinceId, (tx) => buildBriefing(tx, person, now));
  expect((await brief(volunteer)).shifts).toMatchObject([
    { day: "2026-08-13", unitId: province.units.teamA, placeId: counter, placeName: "Một cửa Phước Lộc", startsAt: "07:30", endsAt: "11:30" },
    { day: "2026-09-03" },
  ]);
  expect((await brief(stranger)).shifts).toEqual([]);
});

test("over HTTP: a plan is made, refused with its field, and read", async () => {
  const headers = { cookie: await makeSessionCookie(province.client, idOf(leader)) };
  const post = (body: object) => POST(makePost(body, headers));
  const shift = planned({ day: "2030-01-01" });
  expect((await post({ action: "save", shift })).status).toBe(200);
  const refused = await post({ action: "save", shift: { ...shift, endsAt: "06:00" } });
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: "shiftEndsBeforeStart", field: "endsAt" } }]);
  const read = await GET(new Request(`http://localhost/api/shifts?unit=${province.units.teamA}&day=2030-01-01`, { headers }));
  expect(await read.json()).toMatchObject({ shifts: [{ id: shift.id }] });
  expect((await GET(new Request(`http://localhost/api/shifts?unit=${province.units.teamB}`, { headers }))).status).toBe(404);
});
