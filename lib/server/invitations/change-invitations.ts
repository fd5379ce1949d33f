import "server-only";
import { canInvite } from "@/lib/domain/invitation/permission";
import type { InvitedRole } from "@/lib/domain/invitation/invitation";
import { invitationCode, type InvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ChangeInvitations, ShownInvitation } from "@/lib/protocol/invitations";
import { drawBytes } from "@/lib/server/crypto/random";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { approveRequest, refuseRequests } from "./decide-request";
import { findDecidedUnit, findInvitedUnit } from "./invited-unit";
import { insertInvitations, type NewInvitation } from "./make-invitation";
import { findShownInvitation } from "./shown-invitation";

type Changed = Result<{ readonly invitation?: ShownInvitation; readonly posterCode?: InvitationCode }, RefusalCode>;

/** Lets people in, takes invitations back, decides about who asks. Unknown and forbidden look alike. */
export function changeInvitations(actor: Actor, change: ChangeInvitations, now: string): Promise<Changed> {
  return withActor(actor, (tx) => {
    if (change.change === "make") return make(tx, actor, change, now);
    if (change.change === "bringBack") return bringBack(tx, actor, change, now);
    if (change.change === "revoke") return revoke(tx, change.id, now);
    if (change.change === "openPoster") return openPoster(tx, actor, change.unitId, now);
    if (change.change === "closePoster") return closePoster(tx, actor, change.unitId, now);
    if (change.change === "approve") return approveRequest(tx, actor, change.id, now);
    return refuseRequests(tx, actor, "ids" in change ? change.ids : [change.id], change.note, now);
  });
}

async function make(tx: Transaction, actor: Actor, { id, unitId, role }: { id: string; unitId: string; role: InvitedRole }, now: string): Promise<Changed> {
  const today = localDateOf(now);
  const unit = await findInvitedUnit(tx, unitId, today);
  if (!unit || !canInvite(actor, role, unit.path, today)) return err("unknownOrForbidden");
  return insert(tx, actor, { id, unitId, role, kind: "join" }, now);
}

/** Who has a password signs in with it; this must not become a way around a second factor. */
async function bringBack(tx: Transaction, actor: Actor, { id, userId }: { id: string; userId: string }, now: string): Promise<Changed> {
  const today = localDateOf(now);
  const [person] = await tx.$queryRaw<{ unitId: string | null; role: string | null; hasPassword: boolean; disabled: boolean }[]>`
    select home.unit_id as "unitId", home.role::text as role, password_hash is not null as "hasPassword", disabled_at is not null as disabled
    from app_user left join lateral (select * from homes_of(app_user.id, ${today}::date) order by valid_from desc limit 1) home on true
    where app_user.id = ${userId}::uuid and app_manages(app_user.id)`;
  if (!person?.unitId) return err("unknownOrForbidden");
  if (person.hasPassword || person.disabled) return err("notAllowedInThisState");
  const role = person.role === "leader" ? "leader" : "volunteer";
  return insert(tx, actor, { id, unitId: person.unitId, role, kind: "return", forUserId: userId }, now);
}

/** The same again is answered the same. */
async function insert(tx: Transaction, actor: Actor, invitation: NewInvitation, now: string): Promise<Changed> {
  await insertInvitations(tx, actor, [invitation], now);
  const shown = await findShownInvitation(tx, invitation.id, actor.userId);
  return shown ? ok({ invitation: shown }) : err("unknownOrForbidden");
}

async function revoke(tx: Transaction, id: string, now: string): Promise<Changed> {
  const [known] = await tx.$queryRaw<{ used: boolean }[]>`select used_at is not null as used from invitation where id = ${id}::uuid for update`;
  if (!known) return err("unknownOrForbidden");
  if (known.used) return err("notAllowedInThisState");
  await tx.$executeRaw`update invitation set revoked_at = coalesce(revoked_at, ${now}::timestamptz) where id = ${id}::uuid`;
  return ok({});
}

/** One for each unit: who asks again gets the one that is there, and what hangs on a wall is good, or good again. */
async function openPoster(tx: Transaction, actor: Actor, unitId: string, now: string): Promise<Changed> {
  if (!(await findDecidedUnit(tx, actor, unitId, localDateOf(now)))) return err("unknownOrForbidden");
  await tx.$executeRaw`
    insert into join_poster (unit_id, province_id, code, created_by_id, created_at)
    values (${unitId}::uuid, ${actor.provinceId}::uuid, ${invitationCode(drawBytes(8))}, ${actor.userId}::uuid, ${now}::timestamptz)
    on conflict do nothing`;
  await tx.$executeRaw`update join_poster set closed_at = null where unit_id = ${unitId}::uuid and closed_at is not null`;
  const [poster] = await tx.$queryRaw<{ code: InvitationCode }[]>`select code from join_poster where unit_id = ${unitId}::uuid`;
  return poster ? ok({ posterCode: poster.code }) : err("serverFault"); // the code was taken by another unit: next time it is another one
}

async function closePoster(tx: Transaction, actor: Actor, unitId: string, now: string): Promise<Changed> {
  if (!(await findDecidedUnit(tx, actor, unitId, localDateOf(now)))) return err("unknownOrForbidden");
  const closed = await tx.$executeRaw`update join_poster set closed_at = coalesce(closed_at, ${now}::timestamptz) where unit_id = ${unitId}::uuid`;
  return closed > 0 ? ok({}) : err("unknownOrForbidden");
}
