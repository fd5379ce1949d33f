import "server-only";
import { passwordProblem } from "@/lib/domain/people/password-rule";
import { err, ok, type Result } from "@/lib/domain/result";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import { isListedWord } from "@/lib/server/auth/listed-words";
import { hashPassword, isFormerPassword } from "@/lib/server/auth/password";
import type { Person } from "@/lib/server/auth/person";
import { endOtherSessions, keepSession } from "@/lib/server/auth/sessions";
import { withActor } from "@/lib/server/database/with-actor";
import { confirmPassword, getAccount, type AccountRefusal } from "./confirm-password";

type Change = { readonly current?: string | undefined; readonly password: string };

/**
 * Chooses a password and ends the person's other sessions. After a first password, which has just opened and opens
 * nothing any more, none is asked.
 */
export async function changePassword(person: Person, { current, password }: Change, headers: Headers, now: string): Promise<Result<object, AccountRefusal>> {
  const { actor, sessionId, missing } = person;
  const account = await getAccount(person);
  if (missing !== "passwordChange") {
    const confirmed = await confirmPassword(person, account, current, headers);
    if (!confirmed.ok) return confirmed;
  }
  const problem = passwordProblem(password, isListedWord, [account.login, account.name]);
  if (problem) return err({ code: problem, field: "password" });
  if (await isFormerPassword(account.passwordHash, password)) return err({ code: "passwordUnchanged", field: "password" });
  const passwordHash = await hashPassword(password);
  return withActor(actor, async (tx) => {
    const changed = await tx.$executeRaw`
      update app_user set password_hash = ${passwordHash}, must_change_password = false
      where id = ${actor.userId}::uuid and password_hash is not distinct from ${account.passwordHash}`;
    // Somebody gave a new first password, or this was sent twice.
    if (changed === 0) return err({ code: "notAllowedInThisState" });
    await endOtherSessions(tx, actor.userId, sessionId);
    await keepSession(tx, sessionId, 1);
    await saveAccountEvent(tx, actor, "passwordChanged", now);
    return ok({});
  });
}
