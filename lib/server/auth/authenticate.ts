import "server-only";
import type { Role, RoleAssignment } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";
import type { Person } from "./person";
import { readSessionToken, type SessionToken } from "./session-cookie";
import { sessionDays } from "./sessions";

/**
 * Who a request comes from. Asked of the database every time, so a session that was revoked, a person who
 * was disabled or a raised session version ends access with the very next request.
 * @param evenDisabled for delivering only: what a disabled person's phone still holds goes to quarantine,
 *   never away; their actor is not `active`. Disabling raises the session version, so that no session of before is
 *   good for more than that, not even when the person comes back
 * @returns undefined for nobody
 */
export async function authenticate(
  request: { readonly headers: Headers },
  { evenDisabled = false }: { readonly evenDisabled?: boolean } = {},
): Promise<Person | undefined> {
  const token = await readSessionToken(request.headers);
  if (!token) return undefined;
  const person = await findPerson(await deployedProvinceId(), token);
  return person && (person.actor.active || evenDisabled) ? person : undefined;
}

/** One statement: slides the session forward (at most hourly) and reads session, person and roles. */
async function findPerson(provinceId: string, token: SessionToken): Promise<Person | undefined> {
  const [row] = await withProvince(provinceId, (tx) => tx.$queryRaw<Row[]>`
    with touched as (
      update app_session set last_seen_at = now(), expires_at = now() + make_interval(days => ${sessionDays})
      where id = ${token.sessionId}::uuid and user_id = ${token.sub}::uuid
        and revoked_at is null and expires_at > now() and last_seen_at < now() - interval '1 hour'
    )
    select person.id, person.name, person.disabled_at is null as active,
           coalesce(json_agg(json_build_object(
             'role', assignment.role, 'unitId', assignment.unit_id, 'areaId', assignment.area_id,
             'validFrom', assignment.valid_from, 'validTo', assignment.valid_to
           )) filter (where assignment.id is not null), '[]') as assignments
    from app_session session
    join app_user person on person.id = session.user_id
    left join role_assignment assignment on assignment.user_id = person.id
    where session.id = ${token.sessionId}::uuid and session.user_id = ${token.sub}::uuid
      and session.revoked_at is null and session.expires_at > now()
      and session.version = ${token.sessionVersion}
      and (person.session_version = ${token.sessionVersion} or person.disabled_at is not null)
    group by person.id`);
  if (!row) return undefined;
  const assignments = row.assignments.map(assignmentOf);
  const actor = { provinceId, userId: row.id, active: row.active, assignments };
  return { actor, name: row.name, sessionId: token.sessionId };
}

type Row = {
  id: string;
  name: string;
  active: boolean;
  assignments: { role: Role; unitId: string | null; areaId: string | null; validFrom: LocalDate; validTo: LocalDate | null }[];
};

function assignmentOf({ role, unitId, areaId, validFrom, validTo }: Row["assignments"][number]): RoleAssignment {
  return {
    role,
    validFrom,
    ...(unitId ? { unitId } : {}),
    ...(areaId ? { areaId } : {}),
    ...(validTo ? { validTo } : {}),
  };
}
