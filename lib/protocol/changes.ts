import * as z from "zod/mini";
import { EntryContent } from "../domain/entry/entry-content";
import { entryKinds } from "../domain/entry/entry";
import { evidenceReasons } from "../domain/evidence/checked-kind";
import { Uuid } from "../domain/ids";
import { notCountedReasons } from "../domain/refusal";
import { standings } from "../domain/report/standing";
import { entryStatuses, reviewReasons, reviewSteps } from "../domain/review/lifecycle";
import { Instant, LocalDate } from "../domain/time/local-date";
import { Briefing } from "./briefing";
import { protocolMarker } from "./version";

/** The last decision about an entry, as its author reads it. */
export const ReviewNotice = z.object({
  action: z.enum(reviewSteps),
  at: Instant,
  reviewerName: z.string(),
  reason: z.optional(z.enum(reviewReasons)),
  field: z.optional(z.string()),
  note: z.optional(z.string()),
  /** The author has used the one note back. */
  answered: z.optional(z.boolean()),
});
export type ReviewNotice = z.infer<typeof ReviewNotice>;

/**
 * An own entry as the server knows it now (not a difference: the newest wins by `version`). `content` is
 * there only while its author may still act on it, so that a new phone can repair what came back.
 */
export const ChangedEntry = z.object({
  id: Uuid,
  kind: z.enum(entryKinds),
  unitId: Uuid,
  status: z.enum(entryStatuses),
  version: z.int(),
  receipt: z.string(),
  happenedAt: Instant,
  happenedOn: LocalDate,
  receivedAt: Instant,
  outcomes: z.array(
    z.object({
      id: Uuid,
      kind: z.string(),
      revision: z.int(),
      notCounted: z.optional(z.enum(notCountedReasons)),
      /** What it counts for, and how often where that is not once. Absent from older servers. */
      indicators: z.optional(z.array(z.string())),
      quantity: z.optional(z.int()),
      /** How its evidence stands, and the indicators it counts for with it. Absent from older servers. */
      standing: z.optional(z.enum(standings)),
      /** Since when it stands so; absent for what nobody can have said anything about yet. */
      since: z.optional(Instant),
      /** Why the police or the officer said no. */
      reason: z.optional(z.enum(evidenceReasons)),
      matched: z.optional(z.array(z.string())),
      /** A code of the register that differs from the recorded one in one character: a question, never a repair. */
      proposedCode: z.optional(z.string()),
    }),
  ),
  review: z.optional(ReviewNotice),
  content: z.optional(EntryContent),
  /** The citizen took the consent back: what a phone still holds of the content has to go. */
  erased: z.optional(z.boolean()),
});
export type ChangedEntry = z.infer<typeof ChangedEntry>;

/**
 * GET /api/changes?cursor=…&briefing=… The cursor is opaque. `resync` means: the cursor was of another
 * person or another life of the database, the items start from the beginning; nothing unsent is touched.
 * `more`: ask again at once. `briefing` comes when its version differs from the one asked with. `guides` is the
 * version of GET /api/guides: worth asking for when it differs from what the phone keeps.
 */
export const ChangesResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  serverTime: Instant,
  personId: Uuid,
  cursor: z.string(),
  resync: z.boolean(),
  more: z.boolean(),
  entries: z.array(ChangedEntry),
  briefing: z.optional(Briefing),
  guides: z.optional(z.string()),
  /** Commands of the person's that other phones brought and that were refused: POST /api/recovered-commands gives them back. */
  returned: z.optional(z.int()),
  /** What the person's other phones said they still hold, when they were heard last. Absent from older servers. */
  unsentElsewhere: z.optional(z.int()),
  /** What the phone has to do with itself; unknown ones are passed over. `wipe`: deliver what everybody left on it, then destroy the rest. */
  orders: z.optional(z.array(z.string())),
  /** What this very phone held of the person when its storage was emptied, as it had told before. */
  vanished: z.optional(z.object({ count: z.int(), oldest: z.optional(Instant), noticedAt: Instant })),
});
export type ChangesResponse = z.infer<typeof ChangesResponse>;
