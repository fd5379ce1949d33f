import "server-only";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { ListedPerson, PeopleList, PeopleQuery, PersonState } from "@/lib/protocol/people";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadPeople } from "./load-people";
import { homesTable, peopleConditions, peopleTable, stateExpression } from "./people-conditions";

const pageSize = 50;
/** More than any import brings. */
const mostGiven = 20_000;

type Row = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly state: PersonState;
  readonly roles: readonly { readonly role: Role; readonly placeName: string; readonly from: LocalDate; readonly to: LocalDate | null }[];
  readonly phones: number;
  readonly unsent: number;
  readonly lastSeenAt: Date | null;
  readonly total: number;
  readonly withoutPassword: number;
};

/** A page of the people whom the actor looks after, by given name. */
export function listPeople(actor: Actor, query: PeopleQuery, now: string): Promise<PeopleList> {
  const today = localDateOf(now);
  const page = query.page ?? 1;
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      with ${homesTable(today)}, found as materialized (
        select person.id, person.name, person.login, person.disabled_at, ${stateExpression} as state
        from ${peopleTable} where ${peopleConditions(actor, query, today)}
      ), shown as (
        select *, folded(substring(name from '[^ ]+$')) as given, folded(name) as whole from found
        order by given, whole, id limit ${pageSize} offset ${(page - 1) * pageSize}
      )
      select shown.id, shown.name, shown.login, shown.state,
             (select count(*)::int from found) as total, (select count(*)::int from found where state = 'noPassword') as "withoutPassword",
             coalesce((
               select json_agg(json_build_object('role', home.role, 'placeName', coalesce(unit.name, area.name), 'from', home.valid_from, 'to', home.valid_to) order by home.valid_from, home.role)
               from home left join unit on unit.id = home.unit_id left join area on area.id = home.area_id where home.user_id = shown.id
             ), '[]') as roles,
             phones.count as phones, phones.unsent, phones."lastSeenAt"
      from shown
      cross join lateral (
        select count(*)::int as count, least(coalesce(sum(pending_count), 0), 1000000)::int as unsent, max(reported_at) as "lastSeenAt"
        from device_manifest where user_id = shown.id and app_version <> 'desk'
      ) phones
      order by shown.given, shown.whole, shown.id`;
    const [first] = rows;
    const total = first?.total ?? 0;
    return { people: rows.map((row) => personOf(row, today)), total, page, hasMore: page * pageSize < total, withoutPassword: first?.withoutPassword ?? 0 };
  });
}

/** Who of a list has no password and may be given one by the actor. */
export function listWithoutPassword(actor: Actor, query: PeopleQuery, now: string): Promise<string[]> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const ids = await findIds(tx, actor, { ...query, state: "noPassword" }, today);
    const people = await loadPeople(tx, actor, ids, today);
    return ids.filter((id) => people.get(id)?.mayChange);
  });
}

async function findIds(tx: Transaction, actor: Actor, query: PeopleQuery, today: LocalDate): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with ${homesTable(today)}
    select person.id from ${peopleTable} where ${peopleConditions(actor, query, today)}
    order by folded(substring(person.name from '[^ ]+$')), folded(person.name), person.id limit ${mostGiven}`;
  return rows.map(({ id }) => id);
}

function personOf({ id, name, login, state, roles, phones, unsent, lastSeenAt }: Row, today: LocalDate): ListedPerson {
  return {
    id, name, login, state, phones, unsent,
    roles: roles.map(({ role, placeName, from }) => ({ role, placeName, ...(today < from ? { from } : {}) })),
    ...(lastSeenAt ? { lastSeenAt: lastSeenAt.toISOString() } : {}),
  };
}
