import "server-only";
import { timingSafeEqual } from "node:crypto";
import { invitationCode, type InvitationCode, type InvitationSecret } from "@/lib/domain/invitation/invitation-code";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";

/**
 * What an invitation shows. It follows from the id under a key outside the database, so it can be shown again and is kept
 * nowhere: whoever reads the tables can let nobody in.
 */
export function secretsOf(invitationId: string): { readonly code: InvitationCode; readonly secret: InvitationSecret } {
  return {
    code: invitationCode(keyedHash("invitation", `code of ${invitationId}`)),
    secret: keyedHash("invitation", `secret of ${invitationId}`).subarray(0, 16).toString("base64url"),
  };
}

export function codeDigest(code: InvitationCode): Buffer {
  return keyedHash("invitation", `code ${code}`);
}

export function secretDigest(secret: InvitationSecret): Buffer {
  return keyedHash("invitation", `secret ${secret}`);
}

/**
 * By which a phone is known again that used an invitation, or asked. Ending all sessions of a person (a lost phone) raises the
 * version, and with it what the phone could prove is gone.
 */
export function claimDigest(person: { readonly id: string; readonly sessionVersion: number }, claim: string): Buffer {
  return keyedHash("invitation", `claim ${person.id} ${person.sessionVersion} ${claim}`);
}

export function isSameDigest(known: Uint8Array | null | undefined, asked: Uint8Array): boolean {
  return known instanceof Uint8Array && known.length === asked.length && timingSafeEqual(known, asked);
}
