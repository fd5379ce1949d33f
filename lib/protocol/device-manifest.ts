import * as z from "zod/mini";
import { Instant } from "../domain/time/local-date";
import { Uuid } from "../domain/ids";

/** What a phone says about itself with every request, so that leaders know what is still out there. */
export const DeviceManifest = z.strictObject({
  deviceId: Uuid,
  pendingCount: z.int().check(z.minimum(0)),
  oldestCapturedAt: z.optional(Instant),
  /** SHA-256, base64url, over the sorted ids of unsent commands, one a line; empty string when none. */
  pendingIdsDigest: z.string().check(z.maxLength(64)),
  appVersion: z.string().check(z.maxLength(40)),
  persisted: z.boolean(),
  installed: z.boolean(),
  /** Server time minus phone time in milliseconds, measured at the last answer; 0 before the first. */
  clockOffsetMs: z.int(),
});
export type DeviceManifest = z.infer<typeof DeviceManifest>;

/** Header that carries the manifest (JSON, base64url) on requests without a body. */
export const deviceHeader = "x-tns-device";
