import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

export const longestPhoneName = 60;

/** Why a phone is taken back: given back or gone with somebody, or lost. */
export const revokeReasons = ["lost", "revoked"] as const;
export type RevokeReason = (typeof revokeReasons)[number];

/**
 * POST /api/phones, for whoever manages somebody on the phone. `restore` only until the phone has heard: what was wiped
 * is gone. `settleLoss`: whoever leads has spoken with the person about what vanished.
 */
export const ChangePhone = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("rename"), deviceId: Uuid, name: z.string().check(z.trim(), z.maxLength(longestPhoneName)) }),
  z.strictObject({ action: z.literal("revoke"), deviceId: Uuid, reason: z.enum(revokeReasons) }),
  z.strictObject({ action: z.literal("restore"), deviceId: Uuid }),
  z.strictObject({ action: z.literal("settleLoss"), deviceId: Uuid, userId: Uuid }),
]);
export type ChangePhone = z.infer<typeof ChangePhone>;

export const PhoneChanged = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), deviceId: Uuid });

/** POST /api/phones/wiped, by the phone's own cookie: nothing of ours is left on it. */
export const PhoneWiped = z.strictObject({ protocol: z.int() });

/** One person on one phone, as it last said. */
export type PhoneOfPerson = {
  readonly userId: string;
  readonly name: string;
  readonly unitName: string;
  readonly unsent: number;
  readonly oldestCapturedAt?: string;
  readonly seenAt: string;
};

export type ListedPhone = {
  readonly deviceId: string;
  readonly name?: string;
  readonly seenAt: string;
  readonly appVersion: string;
  readonly installed: boolean;
  readonly persisted: boolean;
  readonly clockOffsetMs: number;
  readonly revokedFor?: RevokeReason;
  readonly wipedAt?: string;
  /** Those whom the reader looks after; newest contact first. */
  readonly people: readonly PhoneOfPerson[];
  /** More people are on it, of units that are not the reader's. */
  readonly othersToo: boolean;
};

export type PhoneLoss = {
  readonly deviceId: string;
  readonly userId: string;
  readonly name: string;
  readonly unitName: string;
  readonly unsent: number;
  readonly oldestCapturedAt?: string;
  readonly noticedAt: string;
};

export type UnitOnPhones = { readonly unitId: string; readonly name: string; readonly entries: number; readonly phones: number; readonly oldest?: string };

export type UnsentOfPerson = { readonly name: string; readonly unitName: string; /** On all phones. */ readonly unsent: number; readonly oldest?: string };

/** What is still on phones, of all of them. */
export type UnsentWork = {
  readonly entries: number;
  readonly phones: number;
  readonly oldest?: string;
  /** Only where there is something, most first. */
  readonly units: readonly UnitOnPhones[];
  /** Most first; `peopleCount` tells of those behind the last one shown. */
  readonly people: readonly UnsentOfPerson[];
  readonly peopleCount: number;
};

export type PhoneList = {
  readonly phones: readonly ListedPhone[];
  readonly losses: readonly PhoneLoss[];
  readonly unsent: UnsentWork;
  readonly hasMore: boolean;
  /** Version of the app that the server hands out. */
  readonly currentVersion: string;
};
