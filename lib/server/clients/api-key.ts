import "server-only";
import { createHash } from "node:crypto";
import { drawBytes } from "@/lib/server/crypto/random";

/**
 * A key of 256 random bits. It needs no slow digest: nobody guesses one, and what is kept can't be turned back.
 * The prefix tells people and scanners for leaked secrets what they have found.
 */
export function makeApiKey(): { readonly key: string; readonly hash: Uint8Array<ArrayBuffer> } {
  const key = `${prefix}${Buffer.from(drawBytes(32)).toString("base64url")}`;
  return { key, hash: digestOf(key) };
}

/** The digest of the key in `Authorization: Bearer …`; undefined where there is none that could be ours. */
export function apiKeyDigest(headers: Headers): Uint8Array<ArrayBuffer> | undefined {
  const [, key] = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return key && shape.test(key) ? digestOf(key) : undefined;
}

const prefix = "tns_";
const shape = /^tns_[A-Za-z0-9_-]{43}$/;

function digestOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(key).digest());
}
