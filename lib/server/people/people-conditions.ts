import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { keepsProvince, managedUnits } from "@/lib/domain/people/grants";
import { wordsOf } from "@/lib/domain/import/clean-cell";
import { foldText } from "@/lib/domain/text/fold";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PeopleQuery } from "@/lib/protocol/people";
import { Prisma } from "@/lib/server/generated/client";

/**
 * Where everybody belongs on a day, as `homesOf`: the common table expression `home`, to be put behind `with`, and
 * `standing`, whether anything of it is held from that day on, and `carrier`, who has come in on a phone.
 */
export function homesTable(today: LocalDate): Prisma.Sql {
  return Prisma.sql`
    ending as (
      select user_id, max(coalesce(valid_to, 'infinity')) as last from role_assignment where valid_to is null or valid_from < valid_to group by user_id
    ), home as (
      select held.user_id, held.role, held.unit_id, held.area_id, held.valid_from, held.valid_to
      from role_assignment held join ending on ending.user_id = held.user_id
      where (held.valid_to is null or held.valid_from < held.valid_to)
        and coalesce(held.valid_to, 'infinity') >= least(${today}::date + 1, ending.last)
    ), standing as (
      select user_id, bool_or(valid_to is null or ${today}::date < valid_to) as has_role from home group by user_id
    ), carrier as (select distinct user_id from device_manifest where app_version <> 'desk')`;
}

/** Everybody, as the conditions and the state speak of them. */
export const peopleTable = Prisma.sql`app_user person left join standing on standing.user_id = person.id left join carrier on carrier.user_id = person.id`;

/**
 * Which rows of `peopleTable` a list shows: of the units that the actor looks after, or of one of them. Whoever
 * looks after the whole province also sees whom no unit has.
 */
export function peopleConditions(actor: Actor, { unit, role, state, search, command }: PeopleQuery, today: LocalDate): Prisma.Sql {
  const own = managedUnits(actor, today);
  const inUnit = (top: readonly string[]) => Prisma.sql`exists (
    select from home where home.user_id = person.id and home.unit_id in (select below.unit_id from units_below(${[...top]}::uuid[], ${today}::date) below)
      ${role ? Prisma.sql`and home.role::text = ${role}` : Prisma.empty})`;
  const hasRole = role ? Prisma.sql`exists (select from home where home.user_id = person.id and home.role::text = ${role})` : Prisma.sql`true`;
  return Prisma.join([
    keepsProvince(actor, today) ? hasRole : inUnit(own),
    ...(unit ? [inUnit([unit])] : []),
    ...(state ? [Prisma.sql`${stateExpression} = ${state}`] : []),
    ...searchConditions(search ?? ""),
    ...(command ? [Prisma.sql`person.id in (select user_id from person_change where command_id = ${command}::uuid and kind = 'imported')`] : []),
  ], " and ");
}

/** What is said first of somebody: no longer there, no role, no way in yet, a password not used yet. Who came in by a code has no password. */
export const stateExpression = Prisma.sql`case
  when person.disabled_at is not null then 'disabled'
  when standing.has_role is not true then 'noRole'
  when person.password_hash is null and carrier.user_id is null then 'noPassword'
  when person.password_hash is not null and person.must_change_password then 'firstPassword'
  else 'active' end`;

/** Each word begins one of the name's, marks or not; or the login begins with it all. */
function searchConditions(search: string): Prisma.Sql[] {
  const words = wordsOf(search).split(" ").filter((word) => word !== "");
  if (words.length === 0) return [];
  const inName = words.map((word) => Prisma.sql`' ' || folded(person.name) like ${`% ${word}%`}`);
  const login = foldText(search).replace(/[^a-z0-9._-]/g, "").replaceAll("_", "\\_");
  return [Prisma.sql`(${Prisma.join(inName, " and ")} or person.login like ${`${login === "" ? "?" : login}%`})`];
}
