import * as z from "zod/mini";
import { entryStatuses } from "../domain/review/lifecycle";
import { refusalCodes } from "../domain/refusal";
import { Uuid } from "../domain/ids";
import { Instant } from "../domain/time/local-date";
import { DeviceManifest } from "./device-manifest";
import { protocolMarker } from "./version";

/** Commands a server takes at once; more is answered `tooLarge` and the phone halves its batch. */
export const maxCommandsPerRequest = 500;
/** Bytes of a request body a server reads. */
export const maxRequestBytes = 2 * 1024 * 1024;

/**
 * POST /api/commands. `personId` is whose queue this is: a session of somebody else is answered
 * `wrongPerson`. Commands are parsed one by one, so one bad command never stops the others.
 */
export const CommandsRequest = z.object({
  protocol: z.int(),
  personId: Uuid,
  device: DeviceManifest,
  commands: z.array(z.unknown()).check(z.minLength(1)),
});
export type CommandsRequest = z.infer<typeof CommandsRequest>;

/**
 * One verdict per command, in the order sent.
 * `accepted`: durably committed, now or earlier. `refused`: will never be accepted as it is, a person has to
 * look. `failed`: nothing happened, send it again.
 */
export const Verdict = z.discriminatedUnion("verdict", [
  z.object({
    commandId: z.string(),
    verdict: z.literal("accepted"),
    entryId: Uuid,
    status: z.enum(entryStatuses),
    version: z.int(),
    /** Short code of the entry that a person can read out; the same for all its commands. */
    receipt: z.string(),
  }),
  z.object({
    commandId: z.string(),
    verdict: z.literal("refused"),
    code: z.enum(refusalCodes),
    field: z.optional(z.string()),
  }),
  z.object({ commandId: z.string(), verdict: z.literal("failed") }),
]);
export type Verdict = z.infer<typeof Verdict>;

export const CommandsResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  serverTime: Instant,
  personId: Uuid,
  verdicts: z.array(Verdict),
});
export type CommandsResponse = z.infer<typeof CommandsResponse>;
