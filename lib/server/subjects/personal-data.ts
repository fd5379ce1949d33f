import "server-only";
import * as z from "zod/mini";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { HouseholdVisit } from "@/lib/domain/entry/household-visit";
import type { Consent } from "@/lib/domain/entry/consent";
import { Subject } from "@/lib/domain/entry/subject";
import { PersonName } from "@/lib/domain/identity/person-name";

/** The part of an entry that is about citizens: sealed, never stored in the clear. Empty for events and articles. */
export const PersonalData = z.strictObject({
  subject: z.optional(Subject),
  household: z.optional(z.strictObject({ head: z.optional(PersonName), address: z.optional(z.string()) })),
  guardianName: z.optional(PersonName),
});
export type PersonalData = z.infer<typeof PersonalData>;

type Terms = Omit<Consent, "guardian">;
export type PlainSession = Omit<HelpSession, "subject" | "consent"> & { readonly consent?: Terms };
export type PlainVisit = Omit<HouseholdVisit, "household" | "consent"> & {
  readonly household: Pick<HouseholdVisit["household"], "id" | "areaId">;
  readonly consent?: Terms;
};
/** The rest of an entry, as the column `entry.content` keeps it. */
export type PlainContent = PlainSession | PlainVisit | Exclude<EntryContent, HelpSession | HouseholdVisit>;

export function splitContent(content: EntryContent): { plain: PlainContent; personal: PersonalData } {
  if (content.kind === "helpSession") {
    const { subject, consent, ...rest } = content;
    const { terms, guardianName } = splitConsent(consent);
    return { plain: { ...rest, ...terms }, personal: { subject, ...guardianName } };
  }
  if (content.kind === "householdVisit") {
    const { household: { id, areaId, ...household }, consent, ...rest } = content;
    const { terms, guardianName } = splitConsent(consent);
    return { plain: { ...rest, household: { id, areaId }, ...terms }, personal: { household, ...guardianName } };
  }
  return { plain: content, personal: {} };
}

/** The entry as it was recorded. */
export function joinContent(plain: PlainContent, { subject, household, guardianName }: PersonalData): EntryContent {
  if (plain.kind === "helpSession") {
    if (!subject) throw new Error("A help session was stored without its subject");
    const { consent, ...rest } = plain;
    return { ...rest, subject, ...joinConsent(consent, guardianName) };
  }
  if (plain.kind === "householdVisit") {
    const { consent, ...rest } = plain;
    return { ...rest, household: { ...plain.household, ...household }, ...joinConsent(consent, guardianName) };
  }
  return plain;
}

function splitConsent(consent: Consent | undefined) {
  if (!consent) return { terms: {}, guardianName: {} };
  const { guardian, ...terms } = consent;
  return { terms: { consent: terms }, guardianName: guardian ? { guardianName: guardian.name } : {} };
}

function joinConsent(terms: Terms | undefined, guardianName: PersonName | undefined): { consent?: Consent } {
  if (!terms) return {};
  return { consent: guardianName ? { ...terms, guardian: { name: guardianName } } : terms };
}
