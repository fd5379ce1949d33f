import * as z from "zod/mini";
import { EntryContent } from "../entry/entry-content";
import { Uuid } from "../ids";
import { reviewActions, reviewReasons } from "../review/lifecycle";
import { Instant } from "../time/local-date";

/**
 * Every change is a command. Its id is made where the change is made and is the key of idempotency: the
 * same command may arrive any number of times. `issuedAt` is the device's clock, a claim.
 */
const common = { id: Uuid, entryId: Uuid, issuedAt: Instant };
const expectedVersion = z.int().check(z.minimum(1));
/** Characters of a reviewer's or author's note. */
export const longestNote = 500;
const note = z.string().check(z.trim(), z.maxLength(longestNote));

export const RecordEntry = z.strictObject({
  ...common,
  type: z.literal("recordEntry"),
  unitId: Uuid,
  content: EntryContent,
});
export type RecordEntry = z.infer<typeof RecordEntry>;

export const AmendEntry = z.strictObject({
  ...common,
  type: z.literal("amendEntry"),
  expectedVersion,
  content: EntryContent,
});
export type AmendEntry = z.infer<typeof AmendEntry>;

export const WithdrawEntry = z.strictObject({ ...common, type: z.literal("withdrawEntry"), expectedVersion });
export type WithdrawEntry = z.infer<typeof WithdrawEntry>;

/** "Đúng rồi, nhờ đội trưởng xem": one note back, the content stays as it is. */
export const AnswerReview = z.strictObject({
  ...common,
  type: z.literal("answerReview"),
  expectedVersion,
  note: note.check(z.minLength(1, "required")),
});
export type AnswerReview = z.infer<typeof AnswerReview>;

/** The citizen takes the consent back: what is personal in the entry is destroyed. Needs no version. */
export const WithdrawConsent = z.strictObject({ ...common, type: z.literal("withdrawConsent") });
export type WithdrawConsent = z.infer<typeof WithdrawConsent>;

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

export const Command = z.discriminatedUnion("type", [RecordEntry, AmendEntry, WithdrawEntry, AnswerReview, WithdrawConsent, ReviewEntry]);
export type Command = z.infer<typeof Command>;
