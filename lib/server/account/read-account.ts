import "server-only";
import type { AccountEventKind } from "@/lib/domain/people/account-event";
import { browserName } from "@/lib/domain/people/browser-name";
import type { OwnAccount, OwnSession } from "@/lib/protocol/account";
import type { Person } from "@/lib/server/auth/person";
import { countRecoveryCodes } from "@/lib/server/auth/recovery-codes";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { needsSecondFactor } from "./needs-second-factor";

/** How somebody signs in, where they are signed in, and what happened to either; the session that asks comes first. */
export function readAccount(person: Person, now: string): Promise<Omit<OwnAccount, "marker" | "protocol">> {
  const { userId } = person.actor;
  return withActor(person.actor, async (tx) => {
    const [account] = await tx.$queryRaw<{ login: string; confirmedAt: Date | null }[]>`
      select login, confirmed_at as "confirmedAt" from app_user left join second_factor on second_factor.user_id = app_user.id
      where app_user.id = ${userId}::uuid`;
    if (!account) throw new Error("Somebody who is signed in has no account");
    return {
      login: account.login,
      secondFactor: {
        isOn: account.confirmedAt !== null,
        isRequired: needsSecondFactor(person, now),
        ...(account.confirmedAt ? { since: account.confirmedAt.toISOString() } : {}),
        recoveryCodesLeft: await countRecoveryCodes(tx, userId),
      },
      sessions: await readSessions(tx, person),
      events: await readEvents(tx, userId),
    };
  });
}

type SessionRow = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly factors: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly deviceId: string | null;
  readonly deviceName: string | null;
  readonly unsent: number | null;
};

async function readSessions(tx: Transaction, { actor: { userId }, sessionId }: Person): Promise<OwnSession[]> {
  const rows = await tx.$queryRaw<SessionRow[]>`
    select session.id, session.user_agent as "userAgent", session.factors, session.created_at as "createdAt", session.last_seen_at as "lastSeenAt",
           session.device_id as "deviceId", device.name as "deviceName", manifest.pending_count as unsent
    from app_session session
    join app_user on app_user.id = session.user_id and app_user.session_version = session.version
    left join device on device.id = session.device_id
    left join device_manifest manifest on manifest.device_id = session.device_id and manifest.user_id = session.user_id
    where session.user_id = ${userId}::uuid and session.revoked_at is null and session.expires_at > now()
    order by session.id = ${sessionId}::uuid desc, session.last_seen_at desc limit 50`;
  return rows.map((row) => ({
    id: row.id,
    isThis: row.id === sessionId,
    ...browserName(row.userAgent ?? ""),
    ...(row.deviceId ? { device: { id: row.deviceId, ...(row.deviceName ? { name: row.deviceName } : {}), ...(row.unsent === null ? {} : { unsent: row.unsent }) } } : {}),
    withSecondFactor: row.factors > 1,
    begunAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}

async function readEvents(tx: Transaction, userId: string): Promise<OwnAccount["events"]> {
  const rows = await tx.$queryRaw<{ kind: AccountEventKind; at: Date; byOther: string | null }[]>`
    select event.kind, event.at, other.name as "byOther"
    from account_event event left join app_user other on other.id = event.actor_id and event.actor_id <> event.user_id
    where event.user_id = ${userId}::uuid order by event.at desc, event.id desc limit 12`;
  return rows.map(({ kind, at, byOther }) => ({ kind, at: at.toISOString(), ...(byOther ? { byOther } : {}) }));
}
