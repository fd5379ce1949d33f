import "server-only";
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { environment } from "@/lib/server/env/environment";

/** Which kind of text is digested: the same digits mean different things in different places. */
export type HashScope = "personalNumber" | "dossierCode" | "household" | "articleUrl" | "phone" | "payload" | "state" | "receipt" | "cursor" | "invitation";

/** Version of HASH_KEY and of the normal forms below it; stored beside the hashes of persons. */
export const hashVersion = 1;

/**
 * HMAC-SHA-256 under HASH_KEY. The same text in the same scope gives the same digest everywhere in the
 * deployment, and nobody without the key can try all twelve-digit numbers. Texts come normalised: the
 * domain's schemas do that.
 */
export function keyedHash(scope: HashScope, text: string): Buffer {
  hashKey ??= createSecretKey(environment().hashKey);
  return createHmac("sha256", hashKey).update(`${hashVersion}/${scope}/${text}`).digest();
}

/** Prepared once: a batch digests thousands of texts. */
let hashKey: KeyObject | undefined;
