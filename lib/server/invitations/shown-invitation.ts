import "server-only";
import type { InvitationKind, InvitedRole } from "@/lib/domain/invitation/invitation";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { ShownInvitation } from "@/lib/protocol/invitations";
import type { Transaction } from "@/lib/server/database/with-actor";
import { secretsOf } from "./secrets";

type Row = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: InvitedRole;
  readonly kind: InvitationKind;
  readonly expiresAt: Date;
  readonly forName: string | null;
};

/** An invitation that the actor made and may show; undefined for every other one. */
export async function findShownInvitation(tx: Transaction, id: string, userId: string): Promise<ShownInvitation | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select invitation.id, invitation.unit_id as "unitId", unit.name as "unitName", invitation.role::text, invitation.kind,
           invitation.expires_at as "expiresAt", brought.name as "forName"
    from invitation join unit on unit.id = invitation.unit_id left join app_user brought on brought.id = invitation.for_user_id
    where invitation.id = ${id}::uuid and invitation.created_by_id = ${userId}::uuid`;
  return row && shownOf(row);
}

export function shownOf({ id, unitId, unitName, role, kind, expiresAt, forName }: Row): ShownInvitation {
  // It ends with the midnight after its last day.
  const through = addDays(localDateOf(expiresAt.toISOString()), -1);
  return { id, unitId, unitName, role, kind, through, ...secretsOf(id), ...(forName ? { forName } : {}) };
}
