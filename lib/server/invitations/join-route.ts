import "server-only";
import type * as z from "zod/mini";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { AskRequest, JoinRequest } from "@/lib/protocol/join";
import { protocolVersion } from "@/lib/protocol/version";
import { clientAddress } from "@/lib/server/auth/client-address";
import { cookieSeconds, encodeSessionToken, isSecureRequest, sessionCookieName, type SessionToken } from "@/lib/server/auth/session-cookie";
import { beginSession } from "@/lib/server/auth/sessions";
import { attemptKeys, saveSuccess, takeAttempt } from "@/lib/server/auth/throttle";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import { answer } from "@/lib/server/http/answer";
import { guarded, type Answered } from "@/lib/server/http/handle";
import { isOwnOrigin } from "@/lib/server/http/origin";
import { readJson } from "@/lib/server/http/read-body";
import { askToJoin } from "./ask";
import { joinByInvitation } from "./join";
import type { ComeIn } from "./newcomer";

/** `POST /api/join`: by an invitation. No session is needed; the answer begins one. */
export const handleJoin = comingIn(JoinRequest, joinByInvitation, { guessing: true });

/** `POST /api/join/ask`: without one. Every question counts, so that nobody fills a leader's list. */
export const handleAsk = comingIn(AskRequest, askToJoin, { guessing: false });

type Asking = { readonly protocol: number; readonly person: { readonly id: string } };
type Run<Asked> = (tx: Transaction, provinceId: string, asked: Asked, now: string) => Promise<Result<ComeIn, RefusalCode>>;

/**
 * Guessing gets slower by address and by person, like at the sign-in, but apart from it: who asks here must not keep the
 * counter next door from signing in.
 * @param guessing success is taken off the address again
 */
function comingIn<Schema extends z.ZodMiniType<Asking>>(schema: Schema, run: Run<z.infer<Schema>>, { guessing }: { readonly guessing: boolean }) {
  return guarded(async (request): Promise<Answered> => {
    if (!isOwnOrigin(request)) return err("wrongOrigin");
    const json = await readJson(request);
    if (!json.ok) return json;
    const body = schema.safeParse(json.value);
    if (!body.success) return err("badRequest");
    const asked = body.data;
    if (asked.protocol !== protocolVersion) return err("unsupportedProtocol");
    const provinceId = await deployedProvinceId();
    const keys = attemptKeys(`join ${asked.person.id}`, `join ${clientAddress(request.headers)}`);
    const taken = await takeAttempt(provinceId, keys);
    if (!taken.ok) return err({ code: "tooManyRequests", retryAfterSeconds: taken.error.waitSeconds });
    const now = new Date().toISOString();
    const done = await withProvince(provinceId, async (tx): Promise<Result<ComeIn & { token: SessionToken }, RefusalCode>> => {
      // Both requests of a phone that asks twice at once would find the id free.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`joining ${asked.person.id}`}, 0))`;
      if (await isTakenBack(tx, request)) return err("invitationRevoked");
      const comeIn = await run(tx, provinceId, asked, now);
      if (!comeIn.ok) return comeIn;
      if (guessing) await saveSuccess(tx, provinceId, keys);
      return ok({ ...comeIn.value, token: await beginSession(tx, provinceId, comeIn.value.person, request.headers.get("user-agent")) });
    });
    if (!done.ok) return done;
    const { person, outcome, unit, token } = done.value;
    const response = answer({ serverTime: now, person: { id: person.id, name: person.name }, outcome, unit });
    response.headers.append("set-cookie", await sessionCookie(token, isSecureRequest(request.headers)));
    return ok(response);
  });
}

/** A phone that was taken back lets nobody in any more. */
async function isTakenBack(tx: Transaction, { headers }: Request): Promise<boolean> {
  const deviceId = readDeviceCookie(headers);
  if (!deviceId) return false;
  const found = await tx.$queryRaw<object[]>`select from device where id = ${deviceId}::uuid and revoked_at is not null`;
  return found.length > 0;
}

/** The cookie that next-auth sets at the sign-in. */
async function sessionCookie(token: SessionToken, secure: boolean): Promise<string> {
  const value = await encodeSessionToken(token);
  return `${sessionCookieName(secure)}=${value}; Path=/; Max-Age=${cookieSeconds}; HttpOnly;${secure ? " Secure;" : ""} SameSite=Lax`;
}
