import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { HeldRole } from "@/lib/domain/people/role-steps";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { PersonEvent, PersonPage, PersonPhone, PersonState, ShownRole } from "@/lib/protocol/people";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { findPerson, type LoadedPerson } from "./load-people";

const shownHistory = 100;

/** All that the desk shows of one person; undefined alike for whom nobody knows and for those of others. */
export function readPerson(actor: Actor, id: string, now: string): Promise<PersonPage | undefined> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const person = await findPerson(tx, actor, id, today);
    if (!person) return undefined;
    const [roles, phones, history] = [await readRoles(tx, person, today), await readPhones(tx, id), await readHistory(tx, id)];
    const lastSeenAt = phones[0]?.reportedAt;
    return {
      id, name: person.name, login: person.login, memberKind: person.memberKind, state: stateOf(person, today), createdAt: person.createdAt.toISOString(),
      mayChange: person.mayChange, hasPassword: person.hasPassword, roles, phones, unsent: phones.reduce((sum, { unsent }) => sum + unsent, 0),
      history: history.slice(0, shownHistory), hasMoreHistory: history.length > shownHistory,
      ...(person.disabledAt ? { disabledAt: person.disabledAt.toISOString() } : {}), ...(lastSeenAt ? { lastSeenAt } : {}),
    };
  });
}

/** As `stateExpression` says it of many. */
function stateOf({ disabledAt, homes, hasPassword, hasPhone, mustChangePassword }: LoadedPerson, today: LocalDate): PersonState {
  if (disabledAt) return "disabled";
  if (!homes.some(({ validTo }) => validTo === undefined || today < validTo)) return "noRole";
  if (!hasPassword) return hasPhone ? "active" : "noPassword";
  return mustChangePassword ? "firstPassword" : "active";
}

async function readRoles(tx: Transaction, { held, mayEnd }: LoadedPerson, today: LocalDate): Promise<ShownRole[]> {
  const ids = held.map(({ unitId, areaId }) => unitId ?? areaId ?? "").filter((id) => id !== "");
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from unit where id = any (${ids}::uuid[]) union all select id, name from area where id = any (${ids}::uuid[])`;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const shown = held.filter(({ validFrom, validTo }) => validTo === undefined || validFrom < validTo);
  const isOpen = ({ validTo }: HeldRole) => validTo === undefined || today < validTo;
  return shown.reverse().map(({ id, role, unitId, areaId, validFrom, validTo, ...rest }) => ({
    id, role, validFrom, placeName: names.get(unitId ?? areaId ?? "") ?? "", mayEnd: isOpen({ id, role, validFrom, validTo }) && mayEnd({ id, role, unitId, areaId, validFrom, validTo, ...rest }),
    ...(unitId ? { unitId } : {}), ...(areaId ? { areaId } : {}), ...(validTo ? { validTo } : {}),
  }));
}

async function readPhones(tx: Transaction, userId: string): Promise<PersonPhone[]> {
  const rows = await tx.$queryRaw<(Omit<PersonPhone, "name" | "reportedAt" | "oldestCapturedAt"> & { name: string | null; reportedAt: Date; oldestCapturedAt: Date | null })[]>`
    select manifest.device_id as "deviceId", device.name, device.revoked_at is not null as revoked, installed, app_version as "appVersion",
           reported_at as "reportedAt", pending_count as unsent, oldest_captured_at as "oldestCapturedAt"
    from device_manifest manifest left join device on device.id = manifest.device_id
    where manifest.user_id = ${userId}::uuid and app_version <> 'desk'
    order by reported_at desc limit 20`;
  return rows.map(({ name, reportedAt, oldestCapturedAt, ...phone }) => ({
    ...phone, reportedAt: reportedAt.toISOString(), ...(name === null ? {} : { name }), ...(oldestCapturedAt === null ? {} : { oldestCapturedAt: oldestCapturedAt.toISOString() }),
  }));
}

/** One more than is shown. */
async function readHistory(tx: Transaction, userId: string): Promise<PersonEvent[]> {
  type Row = Omit<PersonEvent, "at" | "role" | "placeName" | "day"> & { at: Date; role: PersonEvent["role"] | null; placeName: string | null; day: LocalDate | null };
  const rows = await tx.$queryRaw<Row[]>`
    with change as (
      select id, at, actor_id, kind, role, unit_id, area_id, day from person_change where user_id = ${userId}::uuid
      union all
      select id, used_at, created_by_id, 'joined', role, unit_id, null, null from invitation where used_by_id = ${userId}::uuid and used_at is not null
      union all
      select id, decided_at, decided_by_id, 'approved', 'volunteer', unit_id, null, null from join_request where user_id = ${userId}::uuid and decision = 'approved'
    )
    select change.id, change.at, coalesce(actor.name, '') as "byName", change.kind, change.role, coalesce(unit.name, area.name) as "placeName", change.day::text as day
    from change
    left join app_user actor on actor.id = change.actor_id
    left join unit on unit.id = change.unit_id left join area on area.id = change.area_id
    order by change.at desc, change.kind in ('created', 'imported'), change.id desc limit ${shownHistory + 1}`;
  return rows.map(({ at, role, placeName, day, ...event }) => ({
    ...event, at: at.toISOString(), ...(role ? { role } : {}), ...(placeName ? { placeName } : {}), ...(day ? { day } : {}),
  }));
}
