import type { InvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { readJoinLink, type JoinLink } from "@/lib/protocol/join-link";

/** What was scanned, or what was typed. */
export type WayIn = { readonly link: JoinLink } | { readonly code: InvitationCode };

/** @param text of whatever code was before the camera */
export function scannedWay(text: string): Result<WayIn, RefusalCode> {
  const link = readJoinLink(text);
  return link ? ok({ link }) : err("notAnInvitation");
}
