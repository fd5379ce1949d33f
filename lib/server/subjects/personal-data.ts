import "server-only";
import * as z from "zod/mini";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { Subject } from "@/lib/domain/entry/subject";
import { PersonName } from "@/lib/domain/identity/person-name";

/** The part of a session that is about the citizen: sealed, never stored in the clear. */
export const PersonalData = z.strictObject({ subject: Subject, guardianName: z.optional(PersonName) });
export type PersonalData = z.infer<typeof PersonalData>;

/** The rest of a session, as the column `entry.content` keeps it. */
export type PlainContent = Omit<HelpSession, "subject" | "consent"> & {
  readonly consent?: Omit<NonNullable<HelpSession["consent"]>, "guardian">;
};

export function splitContent({ subject, consent, ...rest }: HelpSession): { plain: PlainContent; personal: PersonalData } {
  if (!consent) return { plain: rest, personal: { subject } };
  const { guardian, ...terms } = consent;
  return {
    plain: { ...rest, consent: terms },
    personal: guardian ? { subject, guardianName: guardian.name } : { subject },
  };
}

/** The session as it was recorded. */
export function joinContent(plain: PlainContent, { subject, guardianName }: PersonalData): HelpSession {
  const { consent, ...rest } = plain;
  if (!consent) return { ...rest, subject };
  return { ...rest, subject, consent: guardianName ? { ...consent, guardian: { name: guardianName } } : consent };
}
