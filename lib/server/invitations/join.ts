import "server-only";
import { approvedFrom, roleFrom } from "@/lib/domain/invitation/invitation";
import { takeInvitation } from "@/lib/domain/invitation/take-invitation";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { JoinRequest } from "@/lib/protocol/join";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { lockInvitation, type LockedInvitation } from "./lock-invitation";
import { findPerson, insertNewcomer, type ComeIn, type KnownPerson } from "./newcomer";
import { claimDigest, isSameDigest } from "./secrets";

/** Lets somebody in by an invitation: once, and the same phone again. To be run as nobody. */
export async function joinByInvitation(tx: Transaction, provinceId: string, asked: JoinRequest, now: string): Promise<Result<ComeIn, RefusalCode>> {
  const invitation = await lockInvitation(tx, provinceId, asked, now);
  const known = await findPerson(tx, invitation?.forUserId ?? asked.person.id, asked.claim);
  const isUsedHere = known !== undefined && !known.hasOwnPassword && isSameDigest(invitation?.claimDigest, claimDigest(known, asked.claim));
  const taken = takeInvitation(invitation, isUsedHere, now);
  if (!taken.ok) return taken;
  if (!invitation) return err("invitationUnknown");
  if (known?.disabled) return err("invitationRevoked");
  const outcome = invitation.forUserId ? "returned" : "joined";
  if (taken.value === "again" && known) return ok({ person: known, outcome, unit: invitation.unit });
  // Given since the invitation was made.
  if (invitation.forUserId && known?.hasPassword) return err("invitationRevoked");
  const person = invitation.forUserId ? ok(known) : await admit(tx, provinceId, asked, invitation, known, now);
  if (!person.ok) return person;
  if (!person.value) return err("invitationUnknown");
  await tx.$executeRaw`
    update invitation set used_at = ${now}::timestamptz, used_by_id = ${person.value.id}::uuid, claim_digest = ${claimDigest(person.value, asked.claim)}
    where id = ${invitation.id}::uuid`;
  return ok({ person: person.value, outcome, unit: invitation.unit });
}

/** Whoever asked before and is invited now is the same person; an id that is somebody else's is nobody's to take. */
async function admit(
  tx: Transaction, provinceId: string, asked: JoinRequest, { role, unit, createdAt, createdById }: LockedInvitation, known: KnownPerson | undefined, now: string,
): Promise<Result<ComeIn["person"], RefusalCode>> {
  if (known && !known.isSamePhone) return err("invitationUnknown");
  const person = known ?? (await insertNewcomer(tx, provinceId, asked, now));
  const from = known?.askedAt
    ? approvedFrom(asked.since, localDateOf(known.askedAt.toISOString()))
    : roleFrom(asked.since, localDateOf(createdAt), localDateOf(now));
  await tx.$executeRaw`
    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, granted_by_id)
    select ${newId()}::uuid, ${provinceId}::uuid, ${person.id}::uuid, ${role}::"RoleName", ${unit.id}::uuid, ${from}::date, ${createdById}::uuid
    where not exists (
      select from role_assignment held
      where held.user_id = ${person.id}::uuid and held.unit_id = ${unit.id}::uuid and held.role = ${role}::"RoleName" and held.valid_to is null)`;
  await tx.$executeRaw`
    update join_request set decided_at = ${now}::timestamptz, decided_by_id = ${createdById}::uuid, decision = 'approved'
    where user_id = ${person.id}::uuid and decision is distinct from 'approved'`;
  return ok(person);
}
