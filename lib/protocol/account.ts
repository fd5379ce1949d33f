import * as z from "zod/mini";
import { accountEventKinds } from "../domain/people/account-event";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

/** Longer ones are not hashed: the work would be the attacker's to order. */
const Password = z.string().check(z.minLength(1), z.maxLength(512));

/**
 * POST /api/account: changes to the own ways of signing in. The password is asked again, but for what a session that is
 * not complete yet has to do. `offerSecondFactor` answers a secret that counts once `confirmSecondFactor` gives a code of
 * it; what is answered there as `recoveryCodes` is said this once.
 */
export const ChangeAccount = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("password"), current: z.optional(Password), password: Password }),
  z.strictObject({ change: z.literal("offerSecondFactor"), current: z.optional(Password) }),
  z.strictObject({ change: z.literal("confirmSecondFactor"), code: z.string().check(z.maxLength(40)) }),
  z.strictObject({ change: z.literal("recoveryCodes"), current: z.optional(Password) }),
  z.strictObject({ change: z.literal("removeSecondFactor"), current: z.optional(Password) }),
  z.strictObject({ change: z.literal("endSession"), sessionId: Uuid }),
  z.strictObject({ change: z.literal("endOtherSessions") }),
]);
export type ChangeAccount = z.infer<typeof ChangeAccount>;

export const AccountChanged = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  /** Base32, and as an authenticator reads it from a picture. */
  offered: z.optional(z.object({ secret: z.string(), uri: z.string() })),
  recoveryCodes: z.optional(z.array(z.string())),
});
export type AccountChanged = z.infer<typeof AccountChanged>;

const OwnSession = z.object({
  id: Uuid,
  /** The one that asks. */
  isThis: z.boolean(),
  /** As people call them: "Chrome", "Android"; absent where that can't be told. */
  browser: z.optional(z.string()),
  system: z.optional(z.string()),
  /** What the phone is called by its unit, and what it said last that it still holds of this person. */
  device: z.optional(z.object({ id: Uuid, name: z.optional(z.string()), unsent: z.optional(z.int()) })),
  withSecondFactor: z.boolean(),
  /** ISO, like the others. */
  begunAt: z.string(),
  lastSeenAt: z.string(),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** GET /api/account: how one signs in, and where one is signed in. */
export const OwnAccount = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  login: z.string(),
  secondFactor: z.object({
    isOn: z.boolean(),
    /** For a role held today. */
    isRequired: z.boolean(),
    since: z.optional(z.string()),
    recoveryCodesLeft: z.int(),
  }),
  sessions: z.array(OwnSession),
  /** The newest first. */
  events: z.array(z.object({ kind: z.enum(accountEventKinds), at: z.string(), byOther: z.optional(z.string()) })),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

/** POST /api/account/reset: lets somebody in again who lost the authenticator. For whoever manages that person. */
export const ResetSecondFactor = z.strictObject({ id: Uuid });
export type ResetSecondFactor = z.infer<typeof ResetSecondFactor>;

export const SecondFactorWasReset = z.object({ marker: z.literal(protocolMarker), protocol: z.int() });
