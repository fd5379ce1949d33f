import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { weekOf } from "@/lib/domain/shift/week";
import { comparePeople } from "@/lib/domain/text/compare";
import { addDays, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { NamedPerson, PlannedShift, WeekPlan, WeekQuery } from "@/lib/protocol/shifts";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { findPlannedUnit } from "./planned-unit";
import { readTeam } from "./team";

/** More than a team can be on in one week. */
const mostShifts = 500;

/**
 * The plan of a unit's week, of the unit alone and not of those below it.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readWeek(actor: Actor, { unit: unitId, day }: WeekQuery, now: string): Promise<WeekPlan | undefined> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const planned = await findPlannedUnit(tx, actor, { unitId, choosable: "teams", today });
    if (!planned) return undefined;
    const { unit, units, path, mayPlan } = planned;
    const days = weekOf(day ?? today);
    const [monday, sunday] = [days[0]!, days[6]!];
    const shifts = await readShifts(tx, unit.id, monday, sunday);
    return {
      unit,
      units,
      mayPlan,
      days,
      today,
      places: await readPlaces(tx, path, shifts.map(({ placeId }) => placeId), monday, sunday),
      team: byName(await readTeam(tx, path, monday, sunday)),
      shifts: shifts.map((shift) => ({ ...shift, people: byName(shift.people) })),
      lastWeekCount: await countShifts(tx, unit.id, addDays(monday, -7), addDays(sunday, -7)),
    };
  });
}

function byName(people: readonly NamedPerson[]): NamedPerson[] {
  return [...people].sort((a, b) => comparePeople(a.name, b.name));
}

function readShifts(tx: Transaction, unitId: string, from: LocalDate, to: LocalDate): Promise<PlannedShift[]> {
  return tx.$queryRaw<PlannedShift[]>`
    select shift.id, shift.place_id as "placeId", shift.day::text as day, shift.starts_at as "startsAt", shift.ends_at as "endsAt",
      coalesce((
        select json_agg(json_build_object('id', app_user.id, 'name', app_user.name) order by app_user.id)
        from shift_assignment join app_user on app_user.id = shift_assignment.user_id
        where shift_assignment.shift_id = shift.id), '[]') as people
    from shift
    where shift.unit_id = ${unitId}::uuid and shift.day between ${from}::date and ${to}::date and shift.cancelled_at is null
    order by shift.day, shift.starts_at, shift.ends_at, shift.id
    limit ${mostShifts}`;
}

async function countShifts(tx: Transaction, unitId: string, from: LocalDate, to: LocalDate): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from shift
    where unit_id = ${unitId}::uuid and day between ${from}::date and ${to}::date and cancelled_at is null`;
  return row?.count ?? 0;
}

/** Counters and points of the unit and of those above it, where its phones may record; and wherever it is planned already. */
function readPlaces(tx: Transaction, path: readonly string[], used: readonly string[], from: LocalDate, to: LocalDate): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from place
    where id = any (${[...used]}::uuid[]) or (
      unit_id = any (${[...path]}::uuid[]) and kind in ('counter', 'mobilePoint')
      and valid_from <= ${to}::date and (valid_to is null or ${from}::date < valid_to))
    order by name, id`;
}
