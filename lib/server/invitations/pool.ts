import "server-only";
import { poolFreshDays, poolSize } from "@/lib/domain/invitation/invitation";
import { ledUnits } from "@/lib/domain/invitation/permission";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { Briefing } from "@/lib/protocol/briefing";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { insertInvitations } from "./make-invitation";
import { secretsOf } from "./secrets";

type Pooled = NonNullable<Briefing["invitations"]>[number];

/**
 * Invitations for a leader's phone, so that somebody can be let in where there is no signal. What was used or is old is made up
 * for; nobody else gets any.
 */
export async function loadInvitationPool(tx: Transaction, actor: Actor, now: string): Promise<Pooled[] | undefined> {
  const unitIds = ledUnits(actor, localDateOf(now));
  if (unitIds.length === 0) return undefined;
  const wanted = Math.max(1, Math.floor(poolSize / unitIds.length));
  const pool = await readPool(tx, actor, now);
  const missing = missingIn(pool, unitIds, wanted);
  if (missing.length === 0) return pool;
  // Another phone of the leader's may ask at this moment.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`invitations of ${actor.userId}`}, 0))`;
  const stillMissing = missingIn(await readPool(tx, actor, now), unitIds, wanted);
  await insertInvitations(tx, actor, stillMissing.map((unitId) => ({ id: newId(), unitId, role: "volunteer", kind: "pool" })), now);
  return readPool(tx, actor, now);
}

/** The unit of each invitation that there should be besides. */
function missingIn(pool: readonly Pooled[], unitIds: readonly string[], wanted: number): string[] {
  return unitIds.flatMap((unitId) => {
    const there = pool.filter((invitation) => invitation.unitId === unitId).length;
    return Array.from({ length: Math.max(0, wanted - there) }, () => unitId);
  });
}

/** Unused ones that are good for some days more, the oldest first: a phone that is out of reach holds these too. */
async function readPool(tx: Transaction, actor: Actor, now: string): Promise<Pooled[]> {
  const rows = await tx.$queryRaw<{ id: string; unitId: string; expiresAt: Date }[]>`
    select id, unit_id as "unitId", expires_at as "expiresAt" from invitation
    where province_id = ${actor.provinceId}::uuid and created_by_id = ${actor.userId}::uuid and kind = 'pool'
      and used_at is null and revoked_at is null and expires_at > ${now}::timestamptz + make_interval(days => ${poolFreshDays})
      and unit_id = any (${ledUnits(actor, localDateOf(now))}::uuid[])
    order by expires_at, id limit ${2 * poolSize}`;
  return rows.map(({ id, unitId, expiresAt }) => ({ id, unitId, through: addDays(localDateOf(expiresAt.toISOString()), -1), ...secretsOf(id) }));
}
