import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/shifts/allowance/route";
import type { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import { computeAllowance, type Attendance } from "@/lib/domain/shift/allowance";
import type { MemberKind } from "@/lib/domain/shift/member-kind";
import type { AllowanceSheet } from "@/lib/protocol/shifts";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { withActor } from "@/lib/server/database/with-actor";
import { changeShifts } from "@/lib/server/shifts/change-shifts";
import { readAllowance } from "@/lib/server/shifts/read-allowance";
import { setRate } from "@/lib/server/shifts/set-rate";
import { makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeSessionCookie } from "../../factories/session";
import { makeAttendance, makeShift } from "../../factories/shifts";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: Person;
let otherLeader: Person;
let officer: Person;
let hoa: Person;
let nam: Person;
let away: Person;
const now = "2026-09-10T03:00:00.000Z";
const month = "2026-08";
let counter: string;
const recorded: { entryId: string; person: Person; unitPath: string[]; content: ShiftAttendance; memberKind: MemberKind; planned: boolean }[] = [];

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { client, units } = province;
  ({ volunteerA: hoa, volunteerB: away, leaderA: leader, leaderB: otherLeader, officer } = await province.addStaff());
  nam = await province.addActingPerson("volunteer", units.teamA);
  await client.query("update app_user set member_kind = 'student' where id = $1", [nam.actor.userId]);
  counter = await province.addCounter(units.teamA);
});
afterAll(() => province.remove());

async function attend(person: Person, content: ShiftAttendance, { planned = false, decide = "confirm" as "confirm" | "refuse" | "nothing", memberKind = "volunteer" as MemberKind } = {}) {
  const { units } = province;
  const away = person.actor.assignments[0]?.unitId === units.teamB;
  const command = makeRecord(away ? units.teamB : units.teamA, content as never);
  const device = makeManifest();
  const [verdict] = await executeCommands(person, { device, commands: [command] }, { now });
  expect(verdict).toMatchObject({ verdict: "accepted" });
  if (decide !== "nothing") await executeCommands(away ? otherLeader : leader, { device, commands: [makeReview(command.entryId, 1, decide, decide === "refuse" ? { reason: "wrongPlaceOrTime" } : {})] }, { now });
  const counted = { entryId: command.entryId, person, content, memberKind, planned, unitPath: [units.province, units.district, away ? units.teamB : units.teamA] };
  if (decide === "confirm") recorded.push(counted);
  return counted;
}

const sheet = async (person: Person, unit?: string): Promise<AllowanceSheet> => {
  const read = await readAllowance(person.actor, { month, ...(unit ? { unit } : {}) }, now);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const set = (person: Person, unitId: string, amount: number, validFrom: string, memberKind: MemberKind = "volunteer") =>
  setRate(person.actor, { unitId, memberKind, amount, validFrom: validFrom as never }, now);

describe("the allowance sheet", () => {
  test("is the pure function over the confirmed attendance of the month", async () => {
    const { units } = province;
    const shift = makeShift(units.teamA, counter, { day: "2026-08-18", personIds: [hoa.actor.userId, nam.actor.userId] });
    expect((await changeShifts(leader.actor, { action: "save", shift }, now)).ok).toBe(true);
    await set(officer, units.district, 100_000, "2026-01-01");
    await set(officer, units.district, 80_000, "2026-01-01", "student");
    await set(leader, units.teamA, 120_000, "2026-08-20");
    await attend(hoa, makeAttendance("2026-08-18", { shiftId: shift.id }), { planned: true });
    await attend(hoa, makeAttendance("2026-08-18", { shiftId: shift.id }), { planned: true });
    await attend(hoa, makeAttendance("2026-08-20"));
    await attend(hoa, makeAttendance("2026-08-25", { shiftId: randomUUID() }));
    await attend(hoa, makeAttendance("2026-08-26", { checkedOutAt: undefined }));
    await attend(nam, makeAttendance("2026-08-18", { shiftId: shift.id }), { planned: true, memberKind: "student" });
    await attend(away, makeAttendance("2026-08-31"));
    // Not of the sheet: other months, undecided, refused.
    await attend(hoa, makeAttendance("2026-07-31"));
    await attend(hoa, makeAttendance("2026-09-01"));
    await attend(hoa, makeAttendance("2026-08-27"), { decide: "nothing" });
    await attend(hoa, makeAttendance("2026-08-28"), { decide: "refuse" });

    const { rows, rates, shifts, amount, waiting } = await sheet(officer);
    const inMonth = recorded.filter(({ content }) => content.happenedAt >= "2026-07-31T17:00" && content.happenedAt < "2026-08-31T17:00");
    const expected = computeAllowance(inMonth.map(({ entryId, person, unitPath, content, memberKind, planned }): Attendance => ({
      entryId, personId: person.actor.userId, memberKind, unitPath, planned, day: content.happenedAt.slice(0, 10) as never, checkedInAt: content.happenedAt,
      ...(content.shiftId ? { shiftId: content.shiftId } : {}), ...(content.checkedOutAt ? { checkedOutAt: content.checkedOutAt } : {}),
    })), rates);
    expect([...rows].sort(byPerson)).toEqual(expected.map((row) => ({ ...row, personName: "Lê Thị Hoa" })).sort(byPerson));
    expect(rows.find(({ personId }) => personId === hoa.actor.userId)).toMatchObject({
      shifts: 3, unplanned: 2, amount: 340_000, unpaid: [{ reason: "repeated" }, { reason: "notCheckedOut", day: "2026-08-26" }],
    });
    expect({ shifts, amount, waiting }).toEqual({ shifts: 5, amount: 520_000, waiting: 1 });
  });

  test("of a leader is the own team's, and of the other team the other's", async () => {
    const { units } = province;
    expect(await sheet(leader)).toMatchObject({ unit: { id: units.teamA }, mayPlan: true, amount: 420_000 });
    expect(await sheet(officer, units.teamB)).toMatchObject({ rows: [{ personId: away.actor.userId, amount: 100_000 }] });
    for (const [person, unit] of [[leader, units.teamB], [otherLeader, units.teamA], [leader, randomUUID()]] as const) {
      expect(await readAllowance(person.actor, { unit, month }, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
    }
    expect(await readAllowance(hoa.actor, { month }, now)).toEqual({ ok: false, error: "unknownOrForbidden" });
  });

  test("is data over HTTP", async () => {
    const ask = async (person: Person, query: string) => {
      const cookie = await makeSessionCookie(province.client, person.actor.userId);
      return GET(new Request(`http://localhost/api/shifts/allowance?${query}`, { headers: { cookie } }));
    };
    expect(await (await ask(officer, `month=${month}`)).json()).toMatchObject({ amount: 520_000, rows: [{}, {}, {}] });
    expect((await ask(leader, `month=${month}&unit=${province.units.teamB}`)).status).toBe(404);
    expect((await ask(leader, "month=2026-13")).status).toBe(400);
  });
});

describe("rates", () => {
  const history = async () => {
    const { rates } = await sheet(officer, province.units.teamB);
    return rates.filter(({ unitId, memberKind }) => unitId === province.units.teamB && memberKind === "publicEmployee")
      .map(({ amount, validFrom, validTo }) => [amount, validFrom, validTo]);
  };
  const employees = (amount: number, from: string) => set(otherLeader, province.units.teamB, amount, from, "publicEmployee");

  test("follow each other day by day and keep their history", async () => {
    await employees(10, "2026-01-01");
    await employees(30, "2026-12-01");
    await employees(20, "2026-06-01");
    expect(await history()).toEqual([[30, "2026-12-01", undefined], [20, "2026-06-01", "2026-12-01"], [10, "2026-01-01", "2026-06-01"]]);
    await employees(25, "2026-06-01");
    expect(await history()).toEqual([
      [30, "2026-12-01", undefined], [25, "2026-06-01", "2026-12-01"], [20, "2026-06-01", "2026-06-01"], [10, "2026-01-01", "2026-06-01"],
    ]);
  });

  test("are set by whoever leads the unit, and seen from below, not from beside", async () => {
    const { units } = province;
    const refused = { ok: false, error: { code: "unknownOrForbidden" } };
    expect(await set(leader, units.teamB, 1, "2026-01-01")).toEqual(refused);
    expect(await set(leader, units.district, 1, "2026-01-01")).toEqual(refused);
    expect(await set(hoa, units.teamA, 1, "2026-01-01")).toEqual(refused);
    const seen = (await sheet(leader)).rates.map(({ unitId }) => unitId);
    expect(new Set(seen)).toEqual(new Set([units.district, units.teamA]));
    expect(await withActor(hoa.actor, (tx) => tx.allowanceRate.count())).toBe(0);
    expect(await withActor(leader.actor, (tx) => tx.allowanceRate.count({ where: { unitId: units.teamB } }))).toBe(0);
    expect(await withActor(leader.actor, (tx) => tx.$executeRaw`update allowance_rate set valid_to = '2026-01-01' where unit_id = ${units.district}::uuid`)).toBe(0);
    await expect(withActor(leader.actor, (tx) => tx.$executeRaw`update allowance_rate set amount = 1`)).rejects.toThrow("42501");
  });
});

function byPerson(a: { personId: string }, b: { personId: string }): number {
  return a.personId < b.personId ? -1 : 1;
}
