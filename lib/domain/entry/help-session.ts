import * as z from "zod/mini";
import { Uuid } from "../ids";
import { Instant } from "../time/local-date";
import { Consent } from "./consent";
import { DuplicateReason } from "./duplicate-reason";
import { Outcome } from "./outcome";
import { Subject } from "./subject";

export const placeKinds = ["counter", "home", "mobilePoint", "remote"] as const;

export const Place = z.strictObject({
  kind: z.enum(placeKinds),
  /** Name of the counter or point as the unit keeps it; never an address of a citizen. */
  name: z.optional(z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(120))),
});
export type Place = z.infer<typeof Place>;

/**
 * What a volunteer records about helping one person or organisation. Shape and single fields only:
 * what needs today's date or several fields together is in `check-help-session.ts`.
 */
export const HelpSession = z.strictObject({
  kind: z.literal("helpSession"),
  happenedAt: Instant,
  place: Place,
  subject: Subject,
  /** Absent for organisations, whose data is not personal. */
  consent: z.optional(Consent),
  /** Help that began at a household's door. */
  householdId: z.optional(Uuid),
  duplicateReason: z.optional(DuplicateReason),
  outcomes: z.array(Outcome).check(z.minLength(1, "outcomesMissing"), z.maxLength(20, "outcomesTooMany")),
});
export type HelpSession = z.infer<typeof HelpSession>;
