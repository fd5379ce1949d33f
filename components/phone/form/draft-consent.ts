import * as z from "zod/mini";
import { consentPurposes, type Consent } from "@/lib/domain/entry/consent";

/** A consent as it is being given: nothing is required before the form is saved. */
export const DraftConsent = z.object({
  purposes: z.array(z.enum(consentPurposes)),
  method: z.enum(["readAloud", "shownOnScreen"]),
  givenAt: z.string(),
  /** The notice that was read; it stays when a later one comes out. */
  noticeVersion: z.optional(z.number()),
  guardian: z.string(),
});
export type DraftConsent = Readonly<z.infer<typeof DraftConsent>>;

export const noConsent: DraftConsent = { purposes: [], method: "readAloud", givenAt: "", guardian: "" };

export function draftOfConsent(consent: Consent | undefined): DraftConsent {
  if (!consent) return noConsent;
  const { purposes, method, givenAt, noticeVersion, guardian } = consent;
  return { purposes, method, givenAt, noticeVersion, guardian: guardian?.name ?? "" };
}

/** As an entry keeps it; undefined when nothing was agreed to. */
export function consentOfDraft(consent: DraftConsent, { noticeVersion, now }: { readonly noticeVersion: number; readonly now: string }) {
  if (consent.purposes.length === 0) return undefined;
  const { purposes, method, givenAt, guardian } = consent;
  return {
    noticeVersion: consent.noticeVersion ?? noticeVersion,
    purposes,
    method,
    givenAt: givenAt || now,
    ...(guardian.trim() === "" ? {} : { guardian: { name: guardian } }),
  };
}
