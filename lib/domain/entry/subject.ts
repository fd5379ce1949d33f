import * as z from "zod/mini";
import { BirthDate } from "../identity/birth-date";
import { PersonName } from "../identity/person-name";
import { PersonalNumber } from "../identity/personal-number";
import { PhoneNumber } from "../identity/phone-number";
import { Sex } from "../identity/sex";
import { TaxCode } from "../identity/tax-code";
import { Uuid } from "../ids";

/** Which fields came from the card and were not touched afterwards. */
export const scannableFields = ["personalNumber", "name", "birth", "sex", "address"] as const;

export const PersonSubject = z.strictObject({
  id: Uuid,
  kind: z.literal("person"),
  name: PersonName,
  /** Required for the outcomes that are checked by it: accounts and VNeID. */
  personalNumber: z.optional(PersonalNumber),
  birth: z.optional(BirthDate),
  sex: z.optional(Sex),
  phone: z.optional(PhoneNumber),
  address: z.optional(z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(200))),
  scanned: z.array(z.enum(scannableFields)).check(z.maxLength(scannableFields.length)),
});
export type PersonSubject = z.infer<typeof PersonSubject>;

export const OrganisationSubject = z.strictObject({
  id: Uuid,
  kind: z.literal("organisation"),
  name: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(160)),
  taxCode: z.optional(TaxCode),
  phone: z.optional(PhoneNumber),
});

/** Who was helped. */
export const Subject = z.discriminatedUnion("kind", [PersonSubject, OrganisationSubject]);
export type Subject = z.infer<typeof Subject>;
