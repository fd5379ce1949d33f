import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { Instant } from "../domain/time/local-date";
import { Verdict } from "./commands";
import { DeviceManifest } from "./device-manifest";
import { protocolMarker } from "./version";

/** Rows a server takes at once; bytes are bounded by `maxRequestBytes`. */
export const maxRecoveredPerRequest = 200;

/** A command that only the server can open, see `server-key.ts`; base64url. */
export const RecoveredRow = z.object({
  commandId: Uuid,
  ownerId: Uuid,
  entryId: Uuid,
  sealed: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
});
export type RecoveredRow = z.infer<typeof RecoveredRow>;

/**
 * POST /api/recovered-commands: what a phone holds and can't say itself any more. Rows of the person who is signed in
 * are executed as theirs. Rows of others, and of everybody where nobody is signed in, are taken by the device's cookie
 * when the phone was revoked or their author was deactivated, and wait in quarantine. `taken`: ids of `returned` that are
 * stored by the phone now; the server forgets them. `personId`: of whom the manifest speaks, where nobody is signed in.
 */
export const RecoveredCommandsRequest = z.object({
  protocol: z.int(),
  personId: z.optional(Uuid),
  device: DeviceManifest,
  rows: z.array(RecoveredRow),
  taken: z.optional(z.array(Uuid).check(z.maxLength(maxRecoveredPerRequest))),
});
export type RecoveredCommandsRequest = z.infer<typeof RecoveredCommandsRequest>;

/** A command as its author made it, given back to the author alone. */
export const ReturnedCommand = z.object({ commandId: Uuid, entryId: Uuid, command: z.unknown() });
export type ReturnedCommand = z.infer<typeof ReturnedCommand>;

/**
 * One verdict per row, in the order sent, as of /api/commands. After `accepted` and `refused` the server has it for good:
 * as an entry, or sealed as it came. `opened`: the rows of the person who is signed in, so that what was refused, and
 * what is asked about again, is on the phone once more. `returned`: what of theirs other phones brought and was refused.
 */
export const RecoveredCommandsResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  serverTime: Instant,
  verdicts: z.array(Verdict),
  opened: z.array(ReturnedCommand),
  returned: z.optional(z.array(z.object({ ...ReturnedCommand.shape, verdict: Verdict }))),
  /** As in GET /api/changes, for a phone on which nobody is signed in any more: asked without rows, it hears just this. */
  orders: z.optional(z.array(z.string())),
});
export type RecoveredCommandsResponse = z.infer<typeof RecoveredCommandsResponse>;
