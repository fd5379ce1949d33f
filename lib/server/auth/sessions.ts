import "server-only";
import { randomBytes } from "node:crypto";
import { uuidV7 } from "@/lib/domain/ids";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import type { SessionToken } from "./session-cookie";

/** Phones are without network for long; every use starts these days anew. */
export const sessionDays = 30;

/** For what is left of signing in: a code, another password. */
const minutesOnTheWayIn = 15;

/**
 * Begins a session of the person, on the terms of now.
 * @param how `factors` as in lib/domain/people/sign-in-step.ts; `onTheWayIn`: something is still missing, so it ends soon
 */
export async function beginSession(
  tx: Transaction,
  provinceId: string,
  person: { readonly id: string; readonly sessionVersion: number },
  userAgent: string | null,
  { factors = 1, onTheWayIn = false }: { readonly factors?: 1 | 2; readonly onTheWayIn?: boolean } = {},
): Promise<SessionToken> {
  const sessionId = uuidV7(Date.now(), randomBytes(10));
  await tx.$executeRaw`
    insert into app_session (id, province_id, user_id, version, user_agent, factors, created_at, last_seen_at, expires_at)
    values (${sessionId}::uuid, ${provinceId}::uuid, ${person.id}::uuid, ${person.sessionVersion}, ${userAgent?.slice(0, 200) ?? null}, ${factors},
            now(), now(), now() + make_interval(mins => ${onTheWayIn ? minutesOnTheWayIn : sessionDays * 24 * 60}))`;
  return { sub: person.id, sessionId, sessionVersion: person.sessionVersion };
}

/** Nothing of signing in is missing any more, or less than before: the session lasts as long as others. */
export async function keepSession(tx: Transaction, sessionId: string, factors: 1 | 2): Promise<void> {
  await tx.$executeRaw`
    update app_session set factors = greatest(factors, ${factors}), expires_at = now() + make_interval(days => ${sessionDays}) where id = ${sessionId}::uuid`;
}

/** Ends the person's other sessions, on whatever devices they are. @returns how many there were */
export function endOtherSessions(tx: Transaction, userId: string, sessionId: string): Promise<number> {
  return tx.$executeRaw`
    update app_session set revoked_at = now()
    where user_id = ${userId}::uuid and id <> ${sessionId}::uuid and revoked_at is null and expires_at > now()`;
}

/** Ends one session at once, on whatever device it is. */
export async function revokeSession(provinceId: string, sessionId: string): Promise<void> {
  await withProvince(provinceId, (tx) => tx.$executeRaw`
    update app_session set revoked_at = now() where id = ${sessionId}::uuid and revoked_at is null`);
}

/** Ends all sessions of a person at once: lost phone, changed password. */
export async function revokeAllSessions(provinceId: string, userId: string): Promise<void> {
  await withProvince(provinceId, (tx) => tx.$executeRaw`
    update app_user set session_version = session_version + 1 where id = ${userId}::uuid`);
}
