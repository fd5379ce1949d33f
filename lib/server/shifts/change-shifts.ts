import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { checkShift, type Booking } from "@/lib/domain/shift/check-shift";
import type { Shift } from "@/lib/domain/shift/shift";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { CopiedWeek, ShiftChange } from "@/lib/protocol/shifts";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { copyWeek } from "./copy-week";
import { lockPlan } from "./lock-plan";
import { findPlannedPath } from "./planned-unit";
import { readTeam } from "./team";

type Changed = Promise<Result<{ readonly shiftId: string } | CopiedWeek, Refusal>>;

/** Plans, changes or cancels a shift, or copies a week. Unknown and forbidden look alike. */
export function changeShifts(actor: Actor, change: ShiftChange, now: string): Changed {
  return withActor(actor, async (tx) => {
    await lockPlan(tx, actor);
    if (change.action === "copyWeek") return copyWeek(tx, actor, change, now);
    return change.action === "save" ? saveShift(tx, actor, change.shift, now) : cancelShift(tx, actor, change.shiftId, now);
  });
}

/** Saving what is saved already changes nothing. A shift never moves to another unit, and a cancelled one stays so. */
async function saveShift(tx: Transaction, actor: Actor, shift: Shift, now: string): Changed {
  const path = await findPlannedPath(tx, actor, shift.unitId, localDateOf(now));
  if (!path) return err({ code: "unknownOrForbidden" });
  const known = await findShift(tx, shift.id);
  if (known && known.unitId !== shift.unitId) return err({ code: "unknownOrForbidden" });
  if (known?.cancelled) return err({ code: "notAllowedInThisState" });
  if (!(await isPlaceOf(tx, path, shift)) && known?.placeId !== shift.placeId) return err({ code: "unknownOrForbidden", field: "placeId" });
  const personIds = [...new Set(shift.personIds)];
  const team = new Set((await readTeam(tx, path, shift.day, shift.day)).map(({ id }) => id));
  const [refusal] = checkShift({ ...shift, personIds }, team, await readBookings(tx, shift, personIds));
  if (refusal) return err(refusal);
  await writeShift(tx, actor, { ...shift, personIds }, now);
  return ok({ shiftId: shift.id });
}

async function cancelShift(tx: Transaction, actor: Actor, shiftId: string, now: string): Changed {
  const known = await findShift(tx, shiftId);
  if (!known || !(await findPlannedPath(tx, actor, known.unitId, localDateOf(now)))) return err({ code: "unknownOrForbidden" });
  await tx.$executeRaw`update shift set cancelled_at = coalesce(cancelled_at, ${now}::timestamptz) where id = ${shiftId}::uuid`;
  return ok({ shiftId });
}

type KnownShift = { readonly unitId: string; readonly placeId: string; readonly cancelled: boolean };

async function findShift(tx: Transaction, shiftId: string): Promise<KnownShift | undefined> {
  const [shift] = await tx.$queryRaw<KnownShift[]>`
    select unit_id as "unitId", place_id as "placeId", cancelled_at is not null as cancelled from shift where id = ${shiftId}::uuid`;
  return shift;
}

async function isPlaceOf(tx: Transaction, path: readonly string[], { placeId, day }: { placeId: string; day: LocalDate }): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    select 1 as found from place
    where id = ${placeId}::uuid and unit_id = any (${[...path]}::uuid[]) and kind in ('counter', 'mobilePoint')
      and valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to)`;
  return found.length > 0;
}

function readBookings(tx: Transaction, { id, day }: Shift, personIds: readonly string[]): Promise<Booking[]> {
  return tx.$queryRaw<Booking[]>`
    select shift_assignment.user_id as "personId", shift.starts_at as "startsAt", shift.ends_at as "endsAt"
    from shift_assignment join shift on shift.id = shift_assignment.shift_id
    where shift_assignment.user_id = any (${[...personIds]}::uuid[]) and shift.day = ${day}::date
      and shift.cancelled_at is null and shift.id <> ${id}::uuid`;
}

async function writeShift(tx: Transaction, { provinceId, userId }: Actor, shift: Shift, now: string): Promise<void> {
  const { id, unitId, placeId, day, startsAt, endsAt, personIds } = shift;
  await tx.$executeRaw`
    insert into shift (id, province_id, unit_id, place_id, day, starts_at, ends_at, created_by_id, created_at)
    values (${id}::uuid, ${provinceId}::uuid, ${unitId}::uuid, ${placeId}::uuid, ${day}::date, ${startsAt}, ${endsAt}, ${userId}::uuid, ${now}::timestamptz)
    on conflict (id) do update set place_id = excluded.place_id, day = excluded.day, starts_at = excluded.starts_at, ends_at = excluded.ends_at`;
  await tx.$executeRaw`delete from shift_assignment where shift_id = ${id}::uuid and user_id <> all (${[...personIds]}::uuid[])`;
  await tx.$executeRaw`
    insert into shift_assignment (province_id, shift_id, user_id)
    select ${provinceId}::uuid, ${id}::uuid, unnest(${[...personIds]}::uuid[]) on conflict do nothing`;
}
