import type { Client } from "pg";
import type { Command } from "../../lib/domain/command/command";
import { memberKinds, type MemberKind } from "../../lib/domain/shift/member-kind";
import { instantAt } from "../../lib/domain/shift/time-of-day";
import { weekOf } from "../../lib/domain/shift/week";
import { addDays, localDateOf, type LocalDate } from "../../lib/domain/time/local-date";
import { createActing } from "./acting";
import { insertRows } from "./insert-rows";
import { createDice, type Dice } from "./invented";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";
import type { DemoPlace } from "./places";
import type { DemoUnit } from "./units";

export type DemoShift = { readonly id: string; readonly unitId: string; readonly place: DemoPlace; readonly day: LocalDate; readonly startsAt: string; readonly endsAt: string; readonly people: readonly DemoPerson[] };

const halves = [{ startsAt: "07:30", endsAt: "11:30" }, { startsAt: "13:30", endsAt: "17:00" }] as const;
/** Two teams of one district, so that its officer has two on one sheet. */
const teams = ["Đội tình nguyện xã Phước Lộc", "Đội tình nguyện thị trấn Tuy Phước"];
const kinds: Readonly<Record<string, MemberKind>> = { minhquan: "student", ngoctran: "student", giahuy: "publicEmployee" };
const amounts: Readonly<Record<MemberKind, number>> = { volunteer: 100_000, student: 80_000, publicEmployee: 60_000 };
const minute = 60_000;

type Demo = { readonly units: readonly DemoUnit[]; readonly people: readonly DemoPerson[]; readonly places: readonly DemoPlace[] };

/** What members are, what a shift is worth for them, and the plan from four weeks ago to two weeks ahead. */
export async function loadShifts(client: Client, provinceId: string, demo: Demo): Promise<DemoShift[]> {
  const { units, people } = demo;
  for (const [login, kind] of Object.entries(kinds)) await client.query("update app_user set member_kind = $1 where login = $2", [kind, login]);
  const officer = people.find(({ role }) => role === "officer")!;
  const province = units.find(({ kind }) => kind === "province")!;
  const rate = (unitId: string, member_kind: MemberKind, amount: number, valid_from: string, valid_to: string | null) => ({
    id: newId(), province_id: provinceId, unit_id: unitId, member_kind, amount, valid_from, valid_to, set_by_id: officer.id, set_at: new Date(),
  });
  const today = localDateOf(new Date().toISOString());
  const raised = addDays(today, -10);
  await insertRows(client, "allowance_rate", [
    ...memberKinds.map((kind) => rate(province.id, kind, amounts[kind], "2026-01-01", null)),
    rate(officer.unitId!, "student", 90_000, "2026-01-01", raised),
    rate(officer.unitId!, "student", 100_000, raised, null),
  ]);
  const shifts = teams.flatMap((name) => planOf(units.find((unit) => unit.name === name)!, demo, today));
  await insertRows(client, "shift", shifts.map(({ id, unitId, place, day, startsAt, endsAt, people: [first] }) => ({
    id, province_id: provinceId, unit_id: unitId, place_id: place.id, day, starts_at: startsAt, ends_at: endsAt,
    created_by_id: leaderOf(unitId, people)?.id ?? first!.id, created_at: new Date(),
  })));
  await insertRows(client, "shift_assignment", shifts.flatMap(({ id, people: assigned }) => assigned.map((person) => ({ province_id: provinceId, shift_id: id, user_id: person.id }))));
  return shifts;
}

/** Two shifts a day, Sundays off, in turns; all of today's are the first volunteer's, so that home has one. */
function planOf({ id: unitId, parentId }: DemoUnit, { people, places }: Demo, today: LocalDate): DemoShift[] {
  const place = places.find((candidate) => candidate.unitId === parentId && candidate.kind === "counter")!;
  const team = people.filter((person) => person.unitId === unitId).sort((a, b) => (a.role === b.role ? 0 : a.role === "volunteer" ? -1 : 1));
  const monday = weekOf(today)[0]!;
  return Array.from({ length: 7 * 7 }, (_, index) => addDays(monday, index - 4 * 7)).flatMap((day, index) => {
    if (index % 7 === 6 && day !== today) return [];
    return halves.map((hours, half) => ({ id: newId(), unitId, place, day, ...hours, people: [day === today ? team[0]! : team[(index + half) % team.length]!] }));
  });
}

/** Who came checked in and out through the same commands as on any day; leaders confirmed all but the last days. */
export async function recordAttendance(provinceId: string, { people, shifts }: { people: readonly DemoPerson[]; shifts: readonly DemoShift[] }): Promise<void> {
  const dice = createDice(731);
  const act = createActing(provinceId, people);
  const now = Date.now();
  const today = localDateOf(new Date(now).toISOString());
  for (const shift of shifts.filter(({ day }) => day < today)) {
    for (const person of shift.people) {
      if (!dice.chance(0.93)) continue;
      const [from, to] = [Date.parse(instantAt(shift.day, shift.startsAt)), Date.parse(instantAt(shift.day, shift.endsAt))];
      const [checkedIn, checkedOut] = [from + (dice.below(20) - 8) * minute, to + (dice.below(25) - 5) * minute];
      const entryId = newId();
      const content = attendance(shift, checkedIn, dice);
      const forgot = dice.chance(0.05) || (shift.day === addDays(today, -1) && person === shifts[0]?.people[0]);
      await act(person, checkedIn, [command(entryId, checkedIn, { type: "recordEntry", unitId: shift.unitId, content })]);
      if (!forgot) await act(person, checkedOut, [command(entryId, checkedOut, { type: "amendEntry", expectedVersion: 1, content: { ...content, checkedOutAt: new Date(checkedOut).toISOString() } })]);
      const reviewer = [leaderOf(shift.unitId, people), people.find(({ role }) => role === "officer")].find((candidate) => candidate && candidate.id !== person.id);
      const decidedAt = to + 26 * 60 * minute;
      if (!reviewer || decidedAt > now || shift.day > addDays(today, -3)) continue;
      await act(reviewer, decidedAt, [command(entryId, decidedAt, { type: "reviewEntry", expectedVersion: forgot ? 1 : 2, action: "confirm" })]);
    }
  }
}

function attendance({ id, place }: DemoShift, checkedIn: number, dice: Dice) {
  const planned = dice.chance(0.95) ? { shiftId: id } : {};
  return {
    kind: "shiftAttendance",
    happenedAt: new Date(checkedIn).toISOString(),
    ...planned,
    placeId: place.id,
    placeName: place.name,
    outcomes: [{ id: newId(), kind: "shiftAttended" }],
  };
}

function command(entryId: string, at: number, details: object): Command {
  return { id: newId(), entryId, issuedAt: new Date(at).toISOString(), ...details } as Command;
}

function leaderOf(unitId: string, people: readonly DemoPerson[]): DemoPerson | undefined {
  return people.find((person) => person.role === "leader" && person.unitId === unitId);
}
