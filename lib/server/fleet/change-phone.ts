import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { ChangePhone } from "@/lib/protocol/phones";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { writeChanges } from "@/lib/server/people/write-changes";

/**
 * One change of a phone, logged with it. Which phones somebody may change is for the database to say (`by_managers` on
 * `device`): those on which the actor looks after everybody who works there, and the own ones.
 */
export function changePhone(actor: Actor, command: ChangePhone, now: string): Promise<Result<{ readonly deviceId: string }, Refusal>> {
  const { deviceId, action } = command;
  return withActor(actor, async (tx) => {
    if ((await change(tx, actor, command, now)) === 0) return err({ code: (await hasOthersToo(tx, actor, deviceId)) ? "othersOnPhone" : "unknownOrForbidden" });
    await writeChanges(tx, actor, { id: newId(), type: `${action}Phone`, payload: command, answer: { deviceId } }, [], now);
    return ok({ deviceId });
  });
}

/** Somebody of the actor's works there, and others besides: no secret (`othersToo` in the list), but not the actor's to decide. */
async function hasOthersToo(tx: Transaction, { userId }: Actor, deviceId: string): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    select from device where id = ${deviceId}::uuid and wiped_at is null and not app_manages_phone(id)
      and exists (select from device_manifest met where met.device_id = device.id and (met.user_id = ${userId}::uuid or app_manages(met.user_id)))`;
  return found.length > 0;
}

/**
 * Nobody undoes on a phone they work on themselves what somebody else decided, or settles their own loss.
 * @returns how many rows it was: none for what is unknown, forbidden, or wiped already
 */
function change(tx: Transaction, { userId }: Actor, command: ChangePhone, now: string): Promise<number> {
  const { deviceId } = command;
  switch (command.action) {
    case "rename":
      return tx.$executeRaw`update device set name = nullif(${command.name}, '') where id = ${deviceId}::uuid`;
    case "revoke":
      return tx.$executeRaw`
        update device set revoked_at = coalesce(revoked_at, ${now}::timestamptz), revoked_by_id = coalesce(revoked_by_id, ${userId}::uuid), revoked_for = ${command.reason}
        where id = ${deviceId}::uuid and wiped_at is null`;
    case "restore":
      return tx.$executeRaw`
        update device set revoked_at = null, revoked_by_id = null, revoked_for = null
        where id = ${deviceId}::uuid and revoked_at is not null and wiped_at is null
          and (revoked_by_id = ${userId}::uuid or not exists (select from device_manifest own where own.device_id = device.id and own.user_id = ${userId}::uuid))`;
    case "settleLoss":
      return tx.$executeRaw`
        update device_loss set settled_at = coalesce(settled_at, ${now}::timestamptz), settled_by_id = ${userId}::uuid
        where device_id = ${deviceId}::uuid and user_id = ${command.userId}::uuid and app_manages(user_id)`;
  }
}
