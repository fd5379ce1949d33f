import "server-only";
import * as z from "zod/mini";
import { err, ok, type Result } from "@/lib/domain/result";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { saveAccountEvent } from "./account-events";
import { attemptDigest } from "./attempt-digest";
import { whoAsks } from "./authenticate";
import { clientAddress } from "./client-address";
import { useRecoveryCode } from "./recovery-codes";
import { takeCode } from "./second-factor";
import type { SessionToken } from "./session-cookie";
import { beginSession } from "./sessions";
import type { SignInRefusal } from "./sign-in";
import { saveSuccess, takeAttempt } from "./throttle";

const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/**
 * The second step of signing in: a code of the authenticator, or one of the recovery codes. Begins a new session in place
 * of the one that only the password opened. Guessing gets slower apart from guesses at the password: whoever knows
 * the password must not be able to start counting anew with it.
 */
export async function takeSecondStep(typed: unknown, headers: Headers): Promise<Result<SessionToken, SignInRefusal>> {
  const asking = await whoAsks({ headers }, { during: ["secondFactor"] });
  if (!asking.ok || asking.value.missing !== "secondFactor") return err({ code: "notSignedIn" });
  const code = Code.safeParse(typed);
  if (!code.success) return err({ code: "codeWrong" });
  const { actor: { provinceId, userId }, sessionId } = asking.value;
  const keys = { login: attemptDigest("secondFactor", userId), address: attemptDigest("address", clientAddress(headers)) };
  const taken = await takeAttempt(provinceId, keys);
  if (!taken.ok) return err({ code: "tooManyRequests", retryAfterSeconds: taken.error.waitSeconds });
  const token = await withProvince(provinceId, async (tx) => {
    const now = new Date().toISOString();
    if (!(await takeEither(tx, { provinceId, userId }, code.data, now))) return undefined;
    await saveSuccess(tx, provinceId, keys);
    const [before] = await tx.$queryRaw<{ version: number }[]>`
      update app_session set revoked_at = now() where id = ${sessionId}::uuid and revoked_at is null returning version`;
    return before && beginSession(tx, provinceId, { id: userId, sessionVersion: before.version }, headers.get("user-agent"), { factors: 2 });
  });
  return token ? ok(token) : err({ code: "codeWrong" });
}

async function takeEither(tx: Transaction, person: { readonly provinceId: string; readonly userId: string }, code: string, now: string): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return takeCode(tx, person.userId, digits, now);
  const used = await useRecoveryCode(tx, person.userId, code);
  if (used) await saveAccountEvent(tx, person, "recoveryCodeUsed", now);
  return used;
}
