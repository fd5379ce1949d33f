import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { clientAddress } from "@/lib/server/auth/client-address";
import { verifyPassword } from "@/lib/server/auth/password";
import type { Person } from "@/lib/server/auth/person";
import { attemptKeys, saveSuccess, takeAttempt } from "@/lib/server/auth/throttle";
import { withProvince } from "@/lib/server/database/with-actor";

export type AccountRefusal = { readonly code: RefusalCode; readonly field?: string; readonly retryAfterSeconds?: number };

/** What an account is known by. */
export type Account = { readonly login: string; readonly name: string; readonly passwordHash: string | null };

export async function getAccount({ actor: { provinceId, userId } }: Person): Promise<Account> {
  const [account] = await withProvince(provinceId, (tx) => tx.$queryRaw<Account[]>`
    select login, name, password_hash as "passwordHash" from app_user where id = ${userId}::uuid`);
  if (!account) throw new Error("Somebody who is signed in has no account");
  return account;
}

/**
 * Is it still the person who signed in who asks for this? A session that was left open must not be enough to take an
 * account over. Guesses count like those at the sign-in screen.
 */
export async function confirmPassword({ actor: { provinceId } }: Person, account: Account, password: string | undefined, headers: Headers): Promise<Result<undefined, AccountRefusal>> {
  if (!password) return err({ code: "required", field: "current" });
  const keys = attemptKeys(account.login, clientAddress(headers));
  const taken = await takeAttempt(provinceId, keys);
  if (!taken.ok) return err({ code: "tooManyRequests", retryAfterSeconds: taken.error.waitSeconds });
  if (!(await verifyPassword(account.passwordHash, password))) return err({ code: "passwordWrong", field: "current" });
  await withProvince(provinceId, (tx) => saveSuccess(tx, provinceId, keys));
  return ok(undefined);
}
