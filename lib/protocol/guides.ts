import * as z from "zod/mini";
import { protocolMarker } from "./version";

/**
 * GET /api/guides: the newest version of every guide that is in use, in the order in which they are listed.
 * `version` is a digest of all of them and the answer's ETag; the feed names it too, so a phone asks only
 * when there is something new.
 */
export const GuidesResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  version: z.string(),
  guides: z.array(z.object({ slug: z.string(), version: z.int(), title: z.string(), markdown: z.string() })),
});
export type GuidesResponse = z.infer<typeof GuidesResponse>;

/** GET asks nothing. */
export const GuidesQuery = z.object({});

/**
 * POST /api/guides: a new version of a guide, or with `expectedVersion` 0 a new guide. Nothing is ever
 * overwritten. `retired`: taken out of use until a later version says otherwise.
 */
export const SaveGuideRequest = z.strictObject({
  slug: z.string().check(z.maxLength(100)),
  expectedVersion: z.int().check(z.minimum(0)),
  title: z.string().check(z.maxLength(1_000)),
  markdown: z.string().check(z.maxLength(100_000)),
  retired: z.boolean(),
});
export type SaveGuideRequest = z.infer<typeof SaveGuideRequest>;

export const SaveGuideResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  slug: z.string(),
  version: z.int(),
});
export type SaveGuideResponse = z.infer<typeof SaveGuideResponse>;

/** One version of a guide as its editors see it. */
export type GuideVersion = {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly markdown: string;
  readonly retired: boolean;
  /** ISO. */
  readonly editedAt: string;
  /** Null for what the product came with. */
  readonly editedBy: string | null;
};
