import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { err, ok, type Result } from "@/lib/domain/result";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import { removeSecondFactor } from "@/lib/server/auth/second-factor";
import { newId } from "@/lib/server/database/new-id";
import { withActor } from "@/lib/server/database/with-actor";
import { writeChanges } from "@/lib/server/people/write-changes";
import type { AccountRefusal } from "./confirm-password";

/**
 * For somebody who lost the authenticator and the recovery codes: takes the second factor away, ends every session, and
 * writes down who did it. Whoever manages the person may, nobody for oneself; unknown and forbidden answer alike. With the
 * next sign-in the person sets up another.
 */
export async function resetSecondFactor(actor: Actor, personId: string, now: string): Promise<Result<object, AccountRefusal>> {
  return withActor(actor, async (tx) => {
    const known = await tx.$queryRaw<object[]>`select id from app_user where id = ${personId}::uuid and app_manages(id)`;
    if (known.length === 0) return err({ code: "unknownOrForbidden" });
    if (!(await removeSecondFactor(tx, personId))) return err({ code: "notAllowedInThisState" });
    await tx.$executeRaw`update app_session set revoked_at = ${now}::timestamptz where user_id = ${personId}::uuid and revoked_at is null`;
    await saveAccountEvent(tx, { provinceId: actor.provinceId, userId: personId, actorId: actor.userId }, "secondFactorReset", now);
    await writeChanges(tx, actor, { id: newId(), type: "resetSecondFactor", payload: { personId }, answer: {} }, [{ userId: personId, kind: "secondFactorReset" }], now);
    return ok({});
  });
}
