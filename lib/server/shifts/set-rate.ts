import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { RateChange } from "@/lib/protocol/shifts";
import { newId } from "@/lib/server/database/new-id";
import { withActor } from "@/lib/server/database/with-actor";
import { lockPlan } from "./lock-plan";
import { findPlannedPath } from "./planned-unit";

/**
 * From a day on, until the next one that is set already. Nothing is overwritten: the rate of that day ends with it,
 * and one from the very same day ends before it begins.
 */
export function setRate(actor: Actor, change: RateChange, now: string): Promise<Result<{ readonly id: string }, Refusal>> {
  const { unitId, memberKind, amount, validFrom } = change;
  return withActor(actor, async (tx) => {
    await lockPlan(tx, actor);
    if (!(await findPlannedPath(tx, actor, unitId, localDateOf(now)))) return err({ code: "unknownOrForbidden" });
    await tx.$executeRaw`
      update allowance_rate set valid_to = ${validFrom}::date
      where unit_id = ${unitId}::uuid and member_kind = ${memberKind}
        and valid_from <= ${validFrom}::date and (valid_to is null or valid_to > ${validFrom}::date)`;
    const id = newId();
    await tx.$executeRaw`
      insert into allowance_rate (id, province_id, unit_id, member_kind, amount, valid_from, valid_to, set_by_id, set_at)
      select ${id}::uuid, ${actor.provinceId}::uuid, ${unitId}::uuid, ${memberKind}, ${amount}::int, ${validFrom}::date, min(later.valid_from),
        ${actor.userId}::uuid, ${now}::timestamptz
      from allowance_rate later
      where later.unit_id = ${unitId}::uuid and later.member_kind = ${memberKind}
        and later.valid_from > ${validFrom}::date and (later.valid_to is null or later.valid_to > later.valid_from)`;
    return ok({ id });
  });
}
