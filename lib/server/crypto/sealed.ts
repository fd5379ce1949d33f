import "server-only";
import { createCipheriv, createDecipheriv } from "node:crypto";
import { environment } from "@/lib/server/env/environment";
import { drawBytes } from "./random";

/**
 * Personal data at rest: one JSON document under a key of its own (AES-256-GCM), which is wrapped by
 * DATA_KEY, a key that is not in the database. Destroying the wrapped key destroys the document, also in
 * every backup. The owner's id is authenticated with both, so a document can't be moved to another row.
 *
 * Layout of every sealed value: 12 bytes nonce, ciphertext, 16 bytes tag.
 */
export type WrappedKey = { readonly wrappedKey: Uint8Array; readonly keyVersion: number };

/** Version of DATA_KEY with which new keys are wrapped. */
export const keyVersion = 1;

/** Draws a key for one owner and wraps it. */
export function makeKey(ownerId: string): WrappedKey & { readonly key: Buffer } {
  const key = drawBytes(keyBytes);
  return { key, wrappedKey: encrypt(environment().dataKey, key, `key/${keyVersion}/${ownerId}`), keyVersion };
}

/** Throws when the key was not wrapped for this owner by the DATA_KEY of its version. */
export function unwrapKey(ownerId: string, wrapped: WrappedKey): Buffer {
  if (wrapped.keyVersion !== keyVersion) throw new Error(`No DATA_KEY of version ${wrapped.keyVersion} is configured`);
  return decrypt(environment().dataKey, wrapped.wrappedKey, `key/${wrapped.keyVersion}/${ownerId}`);
}

/** @param purpose what the document is, authenticated with it: one kind can't stand in for another */
export function sealJson(key: Uint8Array, ownerId: string, purpose: string, document: unknown): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(document)), `${purpose}/${ownerId}`);
}

/** Throws when the document was changed, belongs to another owner or serves another purpose. */
export function openJson(key: Uint8Array, ownerId: string, purpose: string, sealed: Uint8Array): unknown {
  return JSON.parse(decrypt(key, sealed, `${purpose}/${ownerId}`).toString("utf8"));
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

function encrypt(key: Uint8Array, clear: Uint8Array, associated: string): Buffer {
  const nonce = drawBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Uint8Array, associated: string): Buffer {
  const tagAt = sealed.length - tagBytes;
  if (tagAt < nonceBytes) throw new Error("A sealed value is too short");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(tagAt));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, tagAt)), decipher.final()]);
}
