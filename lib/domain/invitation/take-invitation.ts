import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { standingOf, type Invitation } from "./invitation";

/**
 * Whether an invitation lets somebody in: once, and the same phone again. It may have missed the answer, or somebody else
 * signed in on it meanwhile, and who came by an invitation has no password to come back with.
 * @param invitation undefined where nobody knows such a code; that looks like one that somebody else has used
 * @param isSamePhone it can prove that it is the one that used the invitation, and nobody has ended the person's sessions since
 */
export function takeInvitation(invitation: Invitation | undefined, isSamePhone: boolean, now: string): Result<"first" | "again", RefusalCode> {
  if (!invitation) return err("invitationUnknown");
  const standing = standingOf(invitation, now);
  if (standing === "open") return ok("first");
  if (standing === "used" && isSamePhone) return ok("again");
  return err(refusals[standing]);
}

const refusals = { used: "invitationUnknown", expired: "invitationExpired", revoked: "invitationRevoked" } as const;
