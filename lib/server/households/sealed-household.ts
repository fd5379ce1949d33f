import "server-only";
import * as z from "zod/mini";
import { householdKeyOf } from "@/lib/domain/entry/outcome-states";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { makeKey, openJson, sealJson, unwrapKey, type WrappedKey } from "@/lib/server/crypto/sealed";

/** What is personal of a household: one document under a key of its own. */
export const HouseholdData = z.strictObject({ head: z.optional(z.string()), address: z.optional(z.string()) });
export type HouseholdData = z.infer<typeof HouseholdData>;

export type SealedHousehold = WrappedKey & { readonly id: string; readonly sealed: Uint8Array };

/** @param existing the household's key, where it has one; a new one is drawn otherwise */
export function sealHousehold(id: string, data: HouseholdData, existing?: WrappedKey): SealedHousehold {
  const { key, wrappedKey, keyVersion } = existing ? { ...existing, key: unwrapKey(id, existing) } : makeKey(id);
  return { id, wrappedKey, keyVersion, sealed: sealJson(key, id, "household", data) };
}

export function openHousehold(household: SealedHousehold): HouseholdData {
  return HouseholdData.parse(openJson(unwrapKey(household.id, household), household.id, "household", household.sealed));
}

/** Finds the same head in the same hamlet, whoever entered it. */
export function headHashOf(areaId: string, head: string | undefined): Buffer | undefined {
  const digest = householdKeyOf({ areaId, head }, (scope, text) => keyedHash(scope, text).toString("base64url"));
  return digest === undefined ? undefined : Buffer.from(digest, "base64url");
}
