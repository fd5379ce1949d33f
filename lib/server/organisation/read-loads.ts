import "server-only";
import { noLoad, type UnitLoad } from "@/lib/domain/organisation/preview";
import type { Role } from "@/lib/domain/people/actor";
import { partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { MovedPerson } from "@/lib/protocol/organisation";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly id: string } & UnitLoad;

/** What hangs on each of these units from a day on, and what was recorded for it until now. */
export async function readLoads(tx: Transaction, unitIds: readonly string[], from: LocalDate): Promise<ReadonlyMap<string, UnitLoad>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select asked.id,
      coalesce((select json_object_agg(held.role, held.count) from (
        select role, count(distinct user_id)::int as count from role_assignment
        where unit_id = asked.id and (valid_to is null or valid_to > greatest(valid_from, ${from}::date)) group by role) held), '{}') as people,
      coalesce(phone.phones, 0) as phones, coalesce(phone.unsent, 0) as unsent,
      0 as members,
      (select count(*)::int from shift where unit_id = asked.id and day >= ${from}::date and cancelled_at is null) as shifts,
      (select count(distinct campaign.id)::int from campaign left join campaign_area on campaign_area.campaign_id = campaign.id
       where (campaign.unit_id = asked.id or campaign_area.team_id = asked.id) and campaign.closed_at is null and campaign.through >= ${from}::date) as campaigns,
      (select count(*)::int from place where unit_id = asked.id and (valid_to is null or valid_to > ${from}::date)) as places,
      (select count(*)::int from target where unit_id = asked.id and year >= ${partsOfDate(from).year} and superseded_at is null) as targets,
      (select count(*)::int from entry where unit_id = asked.id) as entries,
      (select count(*)::int from entry where unit_id = asked.id and status in ('submitted', 'reopened', 'returned', 'quarantined')) as waiting
    from unnest(${[...unitIds]}::uuid[]) as asked(id)
    left join unit_phones(${[...unitIds]}::uuid[], ${from}::date) phone on phone.unit_id = asked.id`;
  const members = await tx.$queryRaw<{ id: string; members: number }[]>`
    select unit_id as id, members from unit_members(${[...unitIds]}::uuid[], ${from}::date)`;
  const listed = new Map(members.map((row) => [row.id, row.members]));
  return new Map(rows.map(({ id, ...load }) => [id, { ...noLoad, ...load, members: listed.get(id) ?? 0 }]));
}

/** The last day for which something was recorded for each of these units. */
export async function readLastRecorded(tx: Transaction, unitIds: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await tx.$queryRaw<{ id: string; day: LocalDate }[]>`
    select asked.id, last.day::text as day
    from unnest(${[...unitIds]}::uuid[]) as asked(id)
    cross join lateral (select max(happened_on) as day from entry where entry.unit_id = asked.id) last
    where last.day is not null`;
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** How many people hold a role for each of these units on the day or later. */
export async function readPeopleFrom(tx: Transaction, unitIds: readonly string[], from: LocalDate): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select unit_id as id, count(distinct user_id)::int as count from role_assignment
    where unit_id = any (${[...unitIds]}::uuid[]) and (valid_to is null or valid_to > greatest(valid_from, ${from}::date)) group by unit_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** More than fit on a screen; how many there are in all is counted besides. */
const shownPeople = 100;

/** Whose roles go on in another unit, by name. */
export async function readMovedPeople(
  tx: Transaction, carried: readonly { readonly unitId: string; readonly fromName: string; readonly intoName: string }[], from: LocalDate,
): Promise<MovedPerson[]> {
  const rows = await tx.$queryRaw<{ unitId: string; name: string; role: Role }[]>`
    select held.unit_id as "unitId", person.name, held.role::text as role
    from role_assignment held join app_user person on person.id = held.user_id
    where held.unit_id = any (${carried.map(({ unitId }) => unitId)}::uuid[]) and (held.valid_to is null or held.valid_to > greatest(held.valid_from, ${from}::date))
    order by person.name, person.id limit ${shownPeople}`;
  return rows.flatMap(({ unitId, ...person }) => {
    const way = carried.find((one) => one.unitId === unitId);
    return way ? [{ ...person, fromName: way.fromName, intoName: way.intoName }] : [];
  });
}
