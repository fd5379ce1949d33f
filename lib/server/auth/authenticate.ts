import "server-only";
import type { Role, RoleAssignment } from "@/lib/domain/people/actor";
import { missingStep, type SignInStep } from "@/lib/domain/people/sign-in-step";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { readDeviceHeader } from "@/lib/server/changes/device-header";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";
import { environment } from "@/lib/server/env/environment";
import { rolesOn, type Person } from "./person";
import { isPhoneLocked } from "./phone-lock";
import { readSessionToken, type SessionToken } from "./session-cookie";
import { sessionDays } from "./sessions";

type Asking = { readonly headers: Headers };

export type AuthenticateOptions = {
  /**
   * For delivering only: what a disabled person's phone still holds goes to quarantine, never away; their actor is not
   * `active`. Disabling raises the session version by one, so that no session of before is good for more than that: those
   * that had ended by then stay ended, and none lasts when the person comes back or is disabled once more. Sessions on a phone that was taken back are no better.
   */
  readonly evenDisabled?: boolean;
  /**
   * For what the phone asks for by itself and for signing in. Everything else is shut while the phone in this browser is
   * locked: a session outlives the lock, so that what is unsent goes on being sent.
   */
  readonly evenLocked?: boolean;
  /** For what is done on the way in: a session that still misses one of these is let through, and no other. */
  readonly during?: readonly SignInStep[];
};

/** Why a request is nobody's; `field` names the step of signing in that is missing. */
export type NotSignedIn = { readonly code: "notSignedIn"; readonly field?: SignInStep };

/** Who a request comes from; undefined for nobody, and for whoever is not signed in completely. See `whoAsks`. */
export async function authenticate(request: Asking, options: AuthenticateOptions = {}): Promise<Person | undefined> {
  const asking = await whoAsks(request, options);
  return asking.ok ? asking.value : undefined;
}

/**
 * Who a request comes from. Asked of the database every time, so a session that was revoked, a person who
 * was disabled, a raised session version or a second factor set up elsewhere ends access with the very next request.
 */
export async function whoAsks(request: Asking, { evenDisabled = false, evenLocked = evenDisabled, during = [] }: AuthenticateOptions = {}): Promise<Result<Person, NotSignedIn>> {
  const token = await readSessionToken(request.headers);
  const person = token && (await findPerson(await deployedProvinceId(), token, readDeviceHeader(request.headers)?.deviceId));
  if (!person) return err({ code: "notSignedIn" });
  const { missing } = person;
  // Whoever was disabled can't sign in any more, and delivers all the same: but for whom a password alone has named.
  if (!person.actor.active) return evenDisabled && missing !== "secondFactor" ? ok(person) : err({ code: "notSignedIn" });
  if (missing) return during.includes(missing) ? ok(person) : err({ code: "notSignedIn", field: missing });
  return evenLocked || !isPhoneLocked(request.headers, person.actor.userId) ? ok(person) : err({ code: "notSignedIn" });
}

/**
 * One statement: slides the session forward (at most hourly) and reads session, person and roles. The first device that
 * says its name within a session is the session's.
 */
async function findPerson(provinceId: string, token: SessionToken, deviceId: string | undefined): Promise<Person | undefined> {
  const [row] = await withProvince(provinceId, (tx) => tx.$queryRaw<Row[]>`
    with touched as (
      update app_session set last_seen_at = now(), device_id = coalesce(device_id, ${deviceId ?? null}::uuid),
        expires_at = case when last_seen_at < now() - interval '1 hour' then now() + make_interval(days => ${sessionDays}) else expires_at end
      where id = ${token.sessionId}::uuid and user_id = ${token.sub}::uuid
        and revoked_at is null and expires_at > now()
        and (last_seen_at < now() - interval '1 hour' or (device_id is null and ${deviceId ?? null}::uuid is not null))
    )
    select person.id, person.name, person.disabled_at is null and device.revoked_at is null as active, device.revoked_at is not null as "isPhoneRevoked", session.factors, person.must_change_password as "mustChangePassword",
           exists (select from second_factor where second_factor.user_id = person.id and second_factor.confirmed_at is not null) as "hasSecondFactor",
           coalesce(json_agg(json_build_object(
             'role', assignment.role, 'unitId', assignment.unit_id, 'areaId', assignment.area_id,
             'validFrom', assignment.valid_from, 'validTo', assignment.valid_to
           )) filter (where assignment.id is not null), '[]') as assignments
    from app_session session
    join app_user person on person.id = session.user_id
    left join role_assignment assignment on assignment.user_id = person.id
    left join device on device.id = coalesce(session.device_id, ${deviceId ?? null}::uuid)
    where session.id = ${token.sessionId}::uuid and session.user_id = ${token.sub}::uuid
      and session.revoked_at is null and session.expires_at > now()
      and session.version = ${token.sessionVersion}
      and person.session_version = ${token.sessionVersion} + case when person.disabled_at is null then 0 else 1 end
    group by person.id, session.factors, device.revoked_at`);
  if (!row) return undefined;
  const assignments = row.assignments.map(assignmentOf);
  const actor = { provinceId, userId: row.id, active: row.active, assignments };
  const person: Person = { actor, name: row.name, sessionId: token.sessionId, ...(row.isPhoneRevoked ? { isPhoneRevoked: true } : {}) };
  const roles = rolesOn(person, localDateOf(new Date().toISOString()));
  const missing = missingStep({ ...row, roles }, environment().secondFactor === "required");
  return missing ? { ...person, missing } : person;
}

type Row = {
  id: string;
  name: string;
  active: boolean;
  isPhoneRevoked: boolean;
  factors: number;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
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
