import "server-only";
import type { InvitationKind, InvitedRole } from "@/lib/domain/invitation/invitation";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { JoinRequest } from "@/lib/protocol/join";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { livingUnit } from "@/lib/server/organisation/living-unit";
import { mayStillInvite } from "./may-still-invite";
import { codeDigest, secretDigest } from "./secrets";

/** Moments are ISO instants. */
export type LockedInvitation = {
  readonly id: string;
  readonly kind: InvitationKind;
  readonly unit: { readonly id: string; readonly name: string };
  readonly role: InvitedRole;
  readonly forUserId: string | null;
  readonly createdById: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
  readonly revokedAt?: string;
  readonly claimDigest: Uint8Array | null;
};

type Row = Omit<LockedInvitation, "unit" | "createdAt" | "expiresAt" | "usedAt" | "revokedAt"> & {
  readonly unitId: string; readonly unitName: string; readonly createdAt: Date; readonly expiresAt: Date; readonly usedAt: Date | null; readonly revokedAt: Date | null;
};

/**
 * Locked until the end: of two phones that come with the same invitation at once, one is first. Nobody joins a unit that is
 * over, but what it went on in, and nobody comes in by what somebody still shows who may not invite there any more.
 */
export async function lockInvitation(tx: Transaction, provinceId: string, asked: JoinRequest, now: string): Promise<LockedInvitation | undefined> {
  const [secret, code] = "secret" in asked ? [secretDigest(asked.secret), null] : [null, codeDigest(asked.code)];
  const [row] = await tx.$queryRaw<Row[]>`
    select invitation.id, invitation.kind, unit.id as "unitId", unit.name as "unitName", invitation.role::text, invitation.for_user_id as "forUserId",
           invitation.created_by_id as "createdById", invitation.created_at as "createdAt", invitation.expires_at as "expiresAt", invitation.used_at as "usedAt",
           invitation.claim_digest as "claimDigest",
           coalesce(revoked_at, case when unit.valid_to <= ${localDateOf(now)}::date then unit.valid_to::timestamptz end) as "revokedAt"
    from invitation join unit on unit.id = ${livingUnit(Prisma.sql`invitation.unit_id`, localDateOf(now))}
    where invitation.province_id = ${provinceId}::uuid
      and (invitation.secret_digest = ${secret}::bytea or invitation.code_digest = ${code}::bytea)
    for update of invitation`;
  if (!row) return undefined;
  const { unitId, unitName, createdAt, expiresAt, usedAt, revokedAt: takenBackAt, ...rest } = row;
  const revokedAt = takenBackAt ?? (usedAt || (await mayStillInvite(tx, provinceId, row, localDateOf(now))) ? undefined : new Date(now));
  return {
    ...rest,
    unit: { id: unitId, name: unitName },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(usedAt ? { usedAt: usedAt.toISOString() } : {}),
    ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
  };
}
