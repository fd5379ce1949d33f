import * as z from "zod/mini";
import { readableAlphabet, readableCode } from "../text/readable-code";

const length = 8;

/** What somebody types who can't scan: an invitation, or the poster of a unit. */
export const InvitationCode = z.string().check(z.regex(new RegExp(`^[${readableAlphabet}]{${length}}$`), "malformed"));
export type InvitationCode = z.infer<typeof InvitationCode>;

/** What only a scanned invitation says: 16 bytes in base64url. */
export const InvitationSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, "malformed"));
export type InvitationSecret = z.infer<typeof InvitationSecret>;

/** @param random at least 8 bytes that nobody can guess; each gives one character */
export function invitationCode(random: Uint8Array): InvitationCode {
  return readableCode(random, length);
}

/** As it is typed: in any case, grouped as one likes. Undefined for what can't be a code. */
export function typedInvitationCode(text: string): InvitationCode | undefined {
  return InvitationCode.safeParse(text.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "")).data;
}

/** In two groups, as it is shown and read out. */
export function shownInvitationCode(code: InvitationCode): string {
  return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`;
}
