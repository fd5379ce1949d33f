import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { PersonName } from "../domain/identity/person-name";
import { InvitationCode, InvitationSecret } from "../domain/invitation/invitation-code";
import { LocalDate } from "../domain/time/local-date";
import { Briefing } from "./briefing";
import { protocolMarker } from "./version";

/** Who comes in: the id was made on the phone, so that what is recorded before the server hears of it has an author. */
const Newcomer = z.object({ id: Uuid, name: PersonName });

/** Made by the phone and known to nobody else: who sends it again is the same phone. */
const Claim = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

const newcomer = {
  protocol: z.int(),
  person: Newcomer,
  claim: Claim,
  /** Day on which the work began; a claim that the server bounds. */
  since: LocalDate,
};

/** POST /api/join, without a session: an invitation by what was scanned or what was typed. */
export const JoinRequest = z.union([
  z.object({ ...newcomer, secret: InvitationSecret }),
  z.object({ ...newcomer, code: InvitationCode }),
]);
export type JoinRequest = z.infer<typeof JoinRequest>;

/** POST /api/join/ask, without a session: may I? By the unit, or by the code of its poster. */
export const AskRequest = z.union([
  z.object({ ...newcomer, unitId: Uuid }),
  z.object({ ...newcomer, code: InvitationCode }),
]);
export type AskRequest = z.infer<typeof AskRequest>;

/**
 * The person is known and signed in (the answer sets the session's cookie). `person` is another one than was
 * sent where the invitation brought somebody back. `asked`: a leader has to approve first, nothing may be sent yet.
 */
export const JoinAnswer = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  serverTime: z.string(),
  person: z.object({ id: Uuid, name: z.string() }),
  outcome: z.enum(["joined", "returned", "asked"]),
  unit: z.object({ id: Uuid, name: z.string() }),
});
export type JoinAnswer = z.infer<typeof JoinAnswer>;

/**
 * GET /api/join, without a session: what every phone of the province needs to record, and nothing about anybody.
 * Kept by phones on which nobody has worked yet, so that somebody can begin there without a network.
 */
export const Starter = z.object({
  ...z.pick(Briefing, { services: true, consentNotice: true, indicatorVersions: true, schemeRules: true, serverKey: true }).shape,
  provinceId: Uuid,
});
export type Starter = z.infer<typeof Starter>;

export const StarterResponse = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), version: z.string(), ...Starter.shape });
export type StarterResponse = z.infer<typeof StarterResponse>;
