import "server-only";
import { invitationDays, type InvitationKind, type InvitedRole } from "@/lib/domain/invitation/invitation";
import { addDays, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { Actor } from "@/lib/domain/people/actor";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import type { Transaction } from "@/lib/server/database/with-actor";
import { codeDigest, secretDigest, secretsOf } from "./secrets";

export type NewInvitation = {
  readonly id: string;
  readonly unitId: string;
  readonly role: InvitedRole;
  readonly kind: InvitationKind;
  readonly forUserId?: string;
};

/** Good until the end of its last day in Vietnam: that is what people are told. */
export function lastDayOf(kind: InvitationKind, now: string): LocalDate {
  return addDays(localDateOf(now), invitationDays[kind]);
}

/** @returns how many are new: one with an id or a code that there is already is left out */
export function insertInvitations(tx: Transaction, { provinceId, userId }: Actor, invitations: readonly NewInvitation[], now: string): Promise<number> {
  const rows = invitations.map(({ id, unitId, role, kind, forUserId }) => {
    const { code, secret } = secretsOf(id);
    return {
      id, unit_id: unitId, role, kind, for_user_id: forUserId, code_digest: hexOf(codeDigest(code)), secret_digest: hexOf(secretDigest(secret)),
      expires_at: `${addDays(lastDayOf(kind, now), 1)}T00:00:00+07:00`,
    };
  });
  return insertRows(tx, "invitation", { province_id: provinceId, created_by_id: userId, created_at: now }, rows, "on conflict do nothing");
}
