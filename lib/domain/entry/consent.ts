import * as z from "zod/mini";
import { PersonName } from "../identity/person-name";
import { Instant } from "../time/local-date";

/**
 * What a citizen agrees to, one by one (Luật 91/2025/QH15; facts §5). Only `record` is needed to save;
 * without `verify` the entry is kept but nothing in it can be checked; a phone number needs `contact`.
 */
export const consentPurposes = ["record", "verify", "contact"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const Consent = z.strictObject({
  noticeVersion: z.int().check(z.minimum(1), z.maximum(9999)),
  purposes: z.array(z.enum(consentPurposes)).check(z.maxLength(consentPurposes.length)),
  method: z.enum(["readAloud", "shownOnScreen"]),
  givenAt: Instant,
  /** Who agreed for a person under 16. */
  guardian: z.optional(z.strictObject({ name: PersonName })),
});
export type Consent = z.infer<typeof Consent>;

/** Below this age, in completed years, a guardian agrees (facts §5.7). */
export const guardianBelowAge = 16;
