import "server-only";
import type { SignInStep } from "@/lib/domain/people/sign-in-step";
import { err, ok, type Result } from "@/lib/domain/result";
import type { ChangeAccount } from "@/lib/protocol/account";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import type { Person } from "@/lib/server/auth/person";
import { endOtherSessions } from "@/lib/server/auth/sessions";
import { withActor } from "@/lib/server/database/with-actor";
import type { Asked } from "@/lib/server/http/handle";
import { changePassword } from "./change-password";
import { confirmSecondFactor, dropSecondFactor, offerSecondFactor, renewRecoveryCodes } from "./change-second-factor";
import type { AccountRefusal } from "./confirm-password";

/** What a session that is not complete yet may do, step by step; the code itself is asked by signing in. */
const allowedDuring = {
  secondFactor: [],
  passwordChange: ["password"],
  secondFactorSetup: ["offerSecondFactor", "confirmSecondFactor"],
} as const satisfies Record<SignInStep, readonly ChangeAccount["change"][]>;

/** Changes the own account; each change says itself what it asks for. */
export async function changeAccount({ person, body, request: { headers }, now }: Asked<ChangeAccount>): Promise<Result<object, AccountRefusal>> {
  if (person.missing && !(allowedDuring[person.missing] as readonly string[]).includes(body.change)) return err({ code: "notSignedIn", field: person.missing });
  switch (body.change) {
    case "password":
      return changePassword(person, body, headers, now);
    case "offerSecondFactor":
      return offerSecondFactor(person, body.current, headers, now);
    case "confirmSecondFactor":
      return confirmSecondFactor(person, body.code, now);
    case "recoveryCodes":
      return renewRecoveryCodes(person, body.current, headers, now);
    case "removeSecondFactor":
      return dropSecondFactor(person, body.current, headers, now);
    case "endSession":
      return endSession(person, body.sessionId, now);
    case "endOtherSessions":
      return endOthers(person, now);
  }
}

async function endSession({ actor }: Person, sessionId: string, now: string): Promise<Result<object, AccountRefusal>> {
  return withActor(actor, async (tx) => {
    const own = await tx.$queryRaw<object[]>`select id from app_session where id = ${sessionId}::uuid and user_id = ${actor.userId}::uuid`;
    if (own.length === 0) return err({ code: "unknownOrForbidden" });
    const ended = await tx.$executeRaw`
      update app_session set revoked_at = ${now}::timestamptz
      where id = ${sessionId}::uuid and user_id = ${actor.userId}::uuid and revoked_at is null`;
    if (ended > 0) await saveAccountEvent(tx, actor, "sessionEnded", now);
    return ok({});
  });
}

async function endOthers({ actor, sessionId }: Person, now: string): Promise<Result<object, AccountRefusal>> {
  return withActor(actor, async (tx) => {
    if ((await endOtherSessions(tx, actor.userId, sessionId)) > 0) await saveAccountEvent(tx, actor, "otherSessionsEnded", now);
    return ok({});
  });
}
