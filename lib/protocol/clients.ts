import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

/** POST /api/clients, for the province verifier: gives a program a key to read sums with, or takes it back for good. */
export const ChangeClient = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("create"), id: Uuid, name: z.string().check(z.maxLength(1_000)) }),
  z.strictObject({ change: z.literal("revoke"), id: Uuid }),
]);
export type ChangeClient = z.infer<typeof ChangeClient>;

/** `key` is said this once, to whoever created it. */
export const ClientChanged = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), id: Uuid, key: z.optional(z.string()) });
export type ClientChanged = z.infer<typeof ClientChanged>;

export const longestClientName = 80;

/** What the server hands to the desk's page. */
export type ApiClient = {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  /** ISO, like the others. */
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
  /** Answers of the last 30 days. */
  readonly recentCount: number;
};
