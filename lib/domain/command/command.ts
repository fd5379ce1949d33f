import * as z from "zod/mini";
import { HelpSession } from "../entry/help-session";
import { Uuid } from "../ids";
import { reviewActions, reviewReasons } from "../review/lifecycle";
import { Instant } from "../time/local-date";

/**
 * Every change is a command. Its id is made where the change is made and is the key of idempotency: the
 * same command may arrive any number of times. `issuedAt` is the device's clock, a claim.
 */
const common = { id: Uuid, entryId: Uuid, issuedAt: Instant };
const expectedVersion = z.int().check(z.minimum(1));
const note = z.string().check(z.trim(), z.maxLength(500));

export const RecordEntry = z.strictObject({
  ...common,
  type: z.literal("recordEntry"),
  unitId: Uuid,
  content: HelpSession,
});
export type RecordEntry = z.infer<typeof RecordEntry>;

export const AmendEntry = z.strictObject({
  ...common,
  type: z.literal("amendEntry"),
  expectedVersion,
  content: HelpSession,
});
export type AmendEntry = z.infer<typeof AmendEntry>;

export const WithdrawEntry = z.strictObject({ ...common, type: z.literal("withdrawEntry"), expectedVersion });
export type WithdrawEntry = z.infer<typeof WithdrawEntry>;

export const ReviewEntry = z.strictObject({
  ...common,
  type: z.literal("reviewEntry"),
  expectedVersion,
  action: z.enum(reviewActions),
  reason: z.optional(z.enum(reviewReasons)),
  field: z.optional(z.string().check(z.maxLength(80))),
  note: z.optional(note),
});
export type ReviewEntry = z.infer<typeof ReviewEntry>;

export const Command = z.discriminatedUnion("type", [RecordEntry, AmendEntry, WithdrawEntry, ReviewEntry]);
export type Command = z.infer<typeof Command>;
