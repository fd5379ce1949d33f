import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { recordingRoles } from "@/lib/domain/review/permission";
import { weekOf } from "@/lib/domain/shift/week";
import { addDays, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { CopiedWeek } from "@/lib/protocol/shifts";
import type { Transaction } from "@/lib/server/database/with-actor";
import { findPlannedPath } from "./planned-unit";

type Copy = { readonly sourceId: string; readonly id: string };

/**
 * Takes over the shifts of the week before, with the people who may still come and are free. A shift that this week
 * has already, at the same place and time, is left as it is, also when it was cancelled: copying twice adds nothing.
 */
export async function copyWeek(tx: Transaction, actor: Actor, { unitId, day }: { unitId: string; day: LocalDate }, now: string): Promise<Result<CopiedWeek, Refusal>> {
  const path = await findPlannedPath(tx, actor, unitId, localDateOf(now));
  if (!path) return err({ code: "unknownOrForbidden" });
  const monday = weekOf(day)[0]!;
  const copies = await copyShifts(tx, actor, unitId, monday, now);
  if (copies.length === 0) return ok({ shifts: 0, assignments: 0, skipped: 0 });
  const assignments = await copyAssignments(tx, actor, copies, path);
  const [wanted] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from shift_assignment where shift_id = any (${copies.map(({ sourceId }) => sourceId)}::uuid[])`;
  return ok({ shifts: copies.length, assignments, skipped: (wanted?.count ?? 0) - assignments });
}

/** Places that are no more on the new day are left out. */
function copyShifts(tx: Transaction, { provinceId, userId }: Actor, unitId: string, monday: LocalDate, now: string): Promise<Copy[]> {
  return tx.$queryRaw<Copy[]>`
    with source as materialized (
      select old.*, gen_random_uuid() as copy_id
      from shift old join place on place.id = old.place_id
      where old.unit_id = ${unitId}::uuid and old.day between ${addDays(monday, -7)}::date and ${addDays(monday, -1)}::date
        and old.cancelled_at is null
        and place.valid_from <= old.day + 7 and (place.valid_to is null or old.day + 7 < place.valid_to)
        and not exists (
          select from shift there
          where there.unit_id = old.unit_id and there.day = old.day + 7 and there.place_id = old.place_id
            and there.starts_at = old.starts_at and there.ends_at = old.ends_at)
      limit 500
    ), added as (
      insert into shift (id, province_id, unit_id, place_id, day, starts_at, ends_at, created_by_id, created_at)
      select copy_id, ${provinceId}::uuid, unit_id, place_id, day + 7, starts_at, ends_at, ${userId}::uuid, ${now}::timestamptz from source
      returning id
    )
    select source.id as "sourceId", source.copy_id as id from source join added on added.id = source.copy_id`;
}

/** A statement of its own: the wall around assignments asks for the shift, which has to be there by then. */
function copyAssignments(tx: Transaction, { provinceId }: Actor, copies: readonly Copy[], path: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    insert into shift_assignment (province_id, shift_id, user_id)
    select ${provinceId}::uuid, new.id, assigned.user_id
    from unnest(${copies.map(({ sourceId }) => sourceId)}::uuid[], ${copies.map(({ id }) => id)}::uuid[]) as copy(source_id, id)
    join shift new on new.id = copy.id
    join shift_assignment assigned on assigned.shift_id = copy.source_id
    join app_user on app_user.id = assigned.user_id and app_user.disabled_at is null
    where exists (
        select from role_assignment
        where role_assignment.user_id = assigned.user_id and unit_id = any (${[...path]}::uuid[]) and role::text = any (${[...recordingRoles]})
          and valid_from <= new.day and (valid_to is null or new.day < valid_to))
      and not exists (
        select from shift_assignment booked join shift other on other.id = booked.shift_id
        where booked.user_id = assigned.user_id and other.day = new.day and other.cancelled_at is null
          and other.starts_at < new.ends_at and new.starts_at < other.ends_at)`;
}
