import "server-only";
import { err, ok, type Result } from "@/lib/domain/result";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import type { Person } from "@/lib/server/auth/person";
import { drawRecoveryCodes, replaceRecoveryCodes } from "@/lib/server/auth/recovery-codes";
import { confirmSecret, hasSecondFactor, offerSecret, removeSecondFactor } from "@/lib/server/auth/second-factor";
import { endOtherSessions, keepSession } from "@/lib/server/auth/sessions";
import { authenticatorUri, base32 } from "@/lib/server/auth/totp";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { appShell } from "@/lib/text/app-shell";
import { confirmPassword, getAccount, type AccountRefusal } from "./confirm-password";
import { needsSecondFactor } from "./needs-second-factor";

type Answer = Promise<Result<object, AccountRefusal>>;

/** A secret for an authenticator. An earlier one counts until `confirmSecondFactor`. */
export async function offerSecondFactor(person: Person, current: string | undefined, headers: Headers, now: string): Answer {
  const account = await getAccount(person);
  if (person.missing !== "secondFactorSetup") {
    const confirmed = await confirmPassword(person, account, current, headers);
    if (!confirmed.ok) return confirmed;
  }
  const { provinceId, userId } = person.actor;
  const secret = await withActor(person.actor, (tx) => offerSecret(tx, provinceId, userId, now));
  return ok({ offered: { secret: base32(secret), uri: authenticatorUri(secret, appShell.product, account.login) } });
}

/** From now on a code is asked at every sign-in; sessions that only a password opened end, but for this one. */
export async function confirmSecondFactor({ actor, sessionId }: Person, typed: string, now: string): Answer {
  const { userId } = actor;
  return withActor(actor, async (tx) => {
    if (!(await confirmSecret(tx, userId, typed.replace(/\s/g, ""), now))) return err({ code: "codeWrong", field: "code" });
    await endOtherSessions(tx, userId, sessionId);
    await keepSession(tx, sessionId, 2);
    await saveAccountEvent(tx, actor, "secondFactorSet", now);
    return ok({ recoveryCodes: await makeRecoveryCodes(tx, actor) });
  });
}

/** Ten new recovery codes; those of before are void. */
export async function renewRecoveryCodes(person: Person, current: string | undefined, headers: Headers, now: string): Answer {
  const { actor } = person;
  const confirmed = await confirmPassword(person, await getAccount(person), current, headers);
  if (!confirmed.ok) return confirmed;
  return withActor(actor, async (tx) => {
    if (!(await hasSecondFactor(tx, actor.userId))) return err({ code: "notAllowedInThisState" });
    await saveAccountEvent(tx, actor, "recoveryCodesMade", now);
    return ok({ recoveryCodes: await makeRecoveryCodes(tx, actor) });
  });
}

/** For whoever may do without. */
export async function dropSecondFactor(person: Person, current: string | undefined, headers: Headers, now: string): Answer {
  const { actor } = person;
  if (needsSecondFactor(person, now)) return err({ code: "secondFactorRequired" });
  const confirmed = await confirmPassword(person, await getAccount(person), current, headers);
  if (!confirmed.ok) return confirmed;
  return withActor(actor, async (tx) => {
    if (await removeSecondFactor(tx, actor.userId)) await saveAccountEvent(tx, actor, "secondFactorRemoved", now);
    return ok({});
  });
}

async function makeRecoveryCodes(tx: Transaction, { provinceId, userId }: Person["actor"]): Promise<string[]> {
  const { codes, hashes } = await drawRecoveryCodes();
  await replaceRecoveryCodes(tx, provinceId, userId, hashes);
  return codes;
}
