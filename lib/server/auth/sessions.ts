import "server-only";
import { randomBytes } from "node:crypto";
import { uuidV7 } from "@/lib/domain/ids";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import type { SessionToken } from "./session-cookie";

/** Phones are without network for long; every use starts these days anew. */
export const sessionDays = 30;

/** Begins a session of the person, on the terms of now. */
export async function beginSession(
  tx: Transaction,
  provinceId: string,
  person: { readonly id: string; readonly sessionVersion: number },
  userAgent: string | null,
): Promise<SessionToken> {
  const sessionId = uuidV7(Date.now(), randomBytes(10));
  await tx.$executeRaw`
    insert into app_session (id, province_id, user_id, version, user_agent, created_at, last_seen_at, expires_at)
    values (${sessionId}::uuid, ${provinceId}::uuid, ${person.id}::uuid, ${person.sessionVersion}, ${userAgent?.slice(0, 200) ?? null},
            now(), now(), now() + make_interval(days => ${sessionDays}))`;
  return { sub: person.id, sessionId, sessionVersion: person.sessionVersion };
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
