import "server-only";
import { approvedFrom } from "@/lib/domain/invitation/invitation";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { findDecidedUnit } from "./invited-unit";

type Decided = Result<Record<never, never>, RefusalCode>;

/** The role reaches back to the day the person began, so that nothing that was captured meanwhile waits in quarantine. */
export async function approveRequest(tx: Transaction, actor: Actor, id: string, now: string): Promise<Decided> {
  const request = await lockRequest(tx, actor, id, now);
  if (!request) return err("unknownOrForbidden");
  if (request.decision === "approved") return ok({});
  const from = approvedFrom(request.since, localDateOf(request.askedAt.toISOString()));
  await tx.$executeRaw`
    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, granted_by_id)
    select ${newId()}::uuid, ${actor.provinceId}::uuid, ${request.userId}::uuid, 'volunteer', ${request.unitId}::uuid, ${from}::date, ${actor.userId}::uuid
    where not exists (
      select from role_assignment held where held.user_id = ${request.userId}::uuid and held.unit_id = ${request.unitId}::uuid and held.valid_to is null)`;
  await tx.$executeRaw`
    insert into person_change (id, province_id, command_id, user_id, kind, role, unit_id, day, actor_id, at)
    values (${newId()}::uuid, ${actor.provinceId}::uuid, ${id}::uuid, ${request.userId}::uuid, 'roleGranted', 'volunteer', ${request.unitId}::uuid,
      ${from}::date, ${actor.userId}::uuid, ${now}::timestamptz)`;
  await decide(tx, actor, [id], "approved", null, now);
  return ok({});
}

/** What the people hold stays on their phones; the note is what they read. They may ask again. All of them, or nobody. */
export async function refuseRequests(tx: Transaction, actor: Actor, ids: readonly string[], note: string | undefined, now: string): Promise<Decided> {
  const rows = await tx.$queryRaw<{ unitId: string; approved: boolean }[]>`
    select unit_id as "unitId", coalesce(decision = 'approved', false) as approved from join_request where id = any (${[...ids]}::uuid[]) order by id for update`;
  if (rows.length < new Set(ids).size) return err("unknownOrForbidden");
  for (const unitId of new Set(rows.map(({ unitId }) => unitId))) {
    if (!(await findDecidedUnit(tx, actor, unitId, localDateOf(now)))) return err("unknownOrForbidden");
  }
  if (rows.some(({ approved }) => approved)) return err("notAllowedInThisState");
  await decide(tx, actor, ids, "refused", cleanText(note ?? "").slice(0, longestNote) || null, now);
  return ok({});
}

const longestNote = 200;

type Request = { readonly userId: string; readonly unitId: string; readonly since: LocalDate; readonly askedAt: Date; readonly decision: string | null };

async function lockRequest(tx: Transaction, actor: Actor, id: string, now: string): Promise<Request | undefined> {
  const [request] = await tx.$queryRaw<Request[]>`
    select user_id as "userId", unit_id as "unitId", since::text as since, asked_at as "askedAt", decision
    from join_request where id = ${id}::uuid for update`;
  const unit = request && (await findDecidedUnit(tx, actor, request.unitId, localDateOf(now)));
  return unit && { ...request, unitId: unit.id };
}

function decide(tx: Transaction, { userId }: Actor, ids: readonly string[], decision: "approved" | "refused", note: string | null, now: string): Promise<number> {
  return tx.$executeRaw`
    update join_request set decided_at = ${now}::timestamptz, decided_by_id = ${userId}::uuid, decision = ${decision}, note = ${note} where id = any (${[...ids]}::uuid[])`;
}
