import * as z from "zod/mini";
import { PersonName } from "../identity/person-name";
import { Uuid } from "../ids";
import { Instant, LocalDate } from "../time/local-date";
import { Consent } from "./consent";
import { DuplicateReason } from "./duplicate-reason";

/** What came of knocking at a door. */
export const visitResults = ["informed", "absent", "refused", "moved"] as const;
export type VisitResult = (typeof visitResults)[number];

/**
 * A visit at a household of a hamlet. The head's name and the address are personal data: they are here only
 * with consent. Nothing is kept of members who were not helped; help given is a session of its own that
 * names the household.
 */
export const HouseholdVisit = z.strictObject({
  kind: z.literal("householdVisit"),
  happenedAt: Instant,
  campaignId: z.optional(Uuid),
  household: z.strictObject({
    /** Of the household as it is known; made by the phone for one that is not. */
    id: Uuid,
    /** The hamlet. */
    areaId: Uuid,
    head: z.optional(PersonName),
    /** House number, group, road: what finds the door. */
    address: z.optional(z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(200, "tooLong"))),
  }),
  result: z.enum(visitResults),
  /** Said by the household: a member holds an account on the portal, or VNeID level 2. */
  hasAccount: z.optional(z.boolean()),
  hasVneid: z.optional(z.boolean()),
  /** Nobody was at home: the day to come again. */
  comeBackOn: z.optional(LocalDate),
  consent: z.optional(Consent),
  duplicateReason: z.optional(DuplicateReason),
  outcomes: z.array(z.strictObject({ id: Uuid, kind: z.literal("householdInformed") })).check(z.maxLength(1)),
});
export type HouseholdVisit = z.infer<typeof HouseholdVisit>;
