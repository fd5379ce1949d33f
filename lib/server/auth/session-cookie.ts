import "server-only";
import { decode, encode } from "next-auth/jwt";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { environment } from "@/lib/server/env/environment";

/** All that the cookie says; everything else is asked of the database on every request. */
export const SessionToken = z.object({ sub: Uuid, sessionId: Uuid, sessionVersion: z.int() });
export type SessionToken = z.infer<typeof SessionToken>;

/**
 * The cookie outlives the session on purpose: how long a session lasts is decided by its row, which
 * slides forward with use, so no answer has to set the cookie anew.
 */
export const cookieSeconds = 365 * 24 * 60 * 60;

/** Behind the launcher's HTTPS proxy or another one the connection itself is plain. */
export function isSecureRequest(headers: Headers): boolean {
  const forwarded = headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return forwarded === "https" || (process.env.NEXTAUTH_URL?.startsWith("https://") ?? false);
}

/** The names that next-auth gives its cookie. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function encodeSessionToken(token: SessionToken): Promise<string> {
  return encode({ token, secret: environment().sessionSecret, maxAge: cookieSeconds });
}

/** @returns undefined for a missing, foreign, tampered or expired cookie */
export async function readSessionToken(headers: Headers): Promise<SessionToken | undefined> {
  const text = cookieValue(headers.get("cookie") ?? "", sessionCookieName(isSecureRequest(headers)));
  if (!text) return undefined;
  const payload = await decode({ token: text, secret: environment().sessionSecret }).catch(() => null);
  return SessionToken.safeParse(payload).data;
}

export function cookieValue(header: string, name: string): string | undefined {
  const pairs = header.split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
