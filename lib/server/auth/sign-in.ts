import "server-only";
import * as z from "zod/mini";
import { err, ok, type Result } from "@/lib/domain/result";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { clientAddress } from "./client-address";
import { usedUp, verifyPassword } from "./password";
import { readSessionToken, type SessionToken } from "./session-cookie";
import { beginSession } from "./sessions";
import { attemptKeys, saveSuccess, takeAttempt } from "./throttle";

const Credentials = z.object({
  login: z.string().check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(100)),
  /** The longest there may be, with marks typed apart; longer ones are not hashed: the work would be the attacker's to order. */
  password: z.string().check(z.minLength(1), z.maxLength(512)),
});

export type SignInRefusal =
  | { readonly code: "signInFailed" | "codeWrong" | "notSignedIn" }
  | { readonly code: "tooManyRequests"; readonly retryAfterSeconds: number };

/**
 * Checks a login and a password and begins a session. Unknown, disabled and wrong are one answer that takes
 * one time; guessing gets slower by account and by address. The session may still miss a code or another password:
 * `whoAsks` says which, and lets nothing else through.
 */
export async function signIn(credentials: unknown, headers: Headers): Promise<Result<SessionToken, SignInRefusal>> {
  const parsed = Credentials.safeParse(credentials);
  if (!parsed.success) return err({ code: "signInFailed" });
  const { login, password } = parsed.data;
  const provinceId = await deployedProvinceId();
  const keys = attemptKeys(login, clientAddress(headers));
  const taken = await takeAttempt(provinceId, keys);
  if (!taken.ok) return err({ code: "tooManyRequests", retryAfterSeconds: taken.error.waitSeconds });

  const account = await findAccount(provinceId, login);
  const passwordFits = await verifyPassword(account?.passwordHash, password);
  if (!account || !passwordFits || account.disabledAt !== null) return err({ code: "signInFailed" });
  const before = await readSessionToken(headers);
  const token = await withProvince(provinceId, async (tx) => {
    if (account.mustChangePassword && !(await useUpPassword(tx, account))) return undefined;
    await saveSuccess(tx, provinceId, keys);
    if (before?.sub === account.id) await tx.$executeRaw`update app_session set revoked_at = now() where id = ${before.sessionId}::uuid and revoked_at is null`;
    return beginSession(tx, provinceId, account, headers.get("user-agent"), { onTheWayIn: account.mustChangePassword || account.hasSecondFactor });
  });
  return token ? ok(token) : err({ code: "signInFailed" });
}

/** Without a hash nobody has given a password yet. */
type Account = {
  id: string;
  passwordHash: string | null;
  sessionVersion: number;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
};

async function findAccount(provinceId: string, login: string): Promise<Account | undefined> {
  const rows = await withProvince(provinceId, (tx) => tx.$queryRaw<Account[]>`
    select id, password_hash as "passwordHash", session_version as "sessionVersion", disabled_at as "disabledAt",
           must_change_password as "mustChangePassword",
           exists (select from second_factor where user_id = app_user.id and confirmed_at is not null) as "hasSecondFactor"
    from app_user where login = ${login}`);
  return rows[0];
}

/** A password that somebody else has seen opens once; of two who try at the same time one comes in. */
async function useUpPassword(tx: Transaction, { id, passwordHash }: Account): Promise<boolean> {
  const used = await tx.$executeRaw`update app_user set password_hash = ${`${usedUp}${passwordHash}`} where id = ${id}::uuid and password_hash = ${passwordHash}`;
  return used === 1;
}
