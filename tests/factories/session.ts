import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { encodeSessionToken, sessionCookieName } from "@/lib/server/auth/session-cookie";

/**
 * Signs a user of the database in without a password: a session row and the cookie that next-auth would
 * have set for it. Needs NEXTAUTH_SECRET, like the server that reads the cookie.
 * @param client connected as the owner of the tables
 * @param factors 2: with a code too, as the roles beyond a team need it
 * @returns the value of the header `cookie`
 */
export async function makeSessionCookie(client: Client, userId: string, factors: 1 | 2 = 2): Promise<string> {
  const sessionId = randomUUID();
  const { rows } = await client.query<{ version: number }>(
    `insert into app_session (id, province_id, user_id, version, factors, expires_at)
     select $1, province_id, id, session_version, $3, now() + interval '30 days' from app_user where id = $2
     returning version`,
    [sessionId, userId, factors],
  );
  if (!rows[0]) throw new Error("There is no such user to sign in");
  const token = await encodeSessionToken({ sub: userId, sessionId, sessionVersion: rows[0].version });
  return `${sessionCookieName(false)}=${token}`;
}
