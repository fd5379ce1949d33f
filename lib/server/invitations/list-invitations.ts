import "server-only";
import { standingOf, type InvitationKind, type InvitedRole } from "@/lib/domain/invitation/invitation";
import type { Actor } from "@/lib/domain/people/actor";
import type { ListedInvitation } from "@/lib/protocol/invitations";
import { withActor } from "@/lib/server/database/with-actor";
import { shownOf } from "./shown-invitation";

type Row = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: InvitedRole;
  readonly kind: InvitationKind;
  readonly forName: string | null;
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly usedBy: string | null;
};

/**
 * Of the actor's units, the newest first; what leaders' phones carry is listed once somebody has used it. Each shows its
 * code: so one that makes somebody more than the actor may make, or brings back somebody else's, is not listed.
 */
export async function listInvitations(actor: Actor, now: string): Promise<ListedInvitation[]> {
  const rows = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select invitation.id, invitation.unit_id as "unitId", unit.name as "unitName", invitation.role::text, invitation.kind, brought.name as "forName",
           maker.name as "madeBy", invitation.created_at as "createdAt", invitation.expires_at as "expiresAt", invitation.used_at as "usedAt",
           invitation.revoked_at as "revokedAt", joined.name as "usedBy"
    from invitation
    join unit on unit.id = invitation.unit_id
    join app_user maker on maker.id = invitation.created_by_id
    left join app_user brought on brought.id = invitation.for_user_id
    left join app_user joined on joined.id = invitation.used_by_id
    where app_supervises(invitation.unit_id) and (invitation.kind <> 'pool' or invitation.used_at is not null)
      and (invitation.created_by_id = ${actor.userId}::uuid
        or app_grants(invitation.role::text, invitation.unit_id, null) and (invitation.for_user_id is null or app_manages(invitation.for_user_id)))
    order by invitation.created_at desc, invitation.id limit 100`);
  return rows.map(({ madeBy, createdAt, usedAt, revokedAt, usedBy, ...row }) => ({
    ...shownOf(row),
    madeBy,
    madeAt: createdAt.toISOString(),
    standing: standingOf({
      kind: row.kind, expiresAt: row.expiresAt.toISOString(),
      ...(usedAt ? { usedAt: usedAt.toISOString() } : {}), ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
    }, now),
    ...(usedBy ? { usedBy } : {}),
    ...(usedAt ? { usedAt: usedAt.toISOString() } : {}),
  }));
}
