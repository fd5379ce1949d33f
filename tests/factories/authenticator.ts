import { codeAt, stepOf } from "@/lib/server/auth/totp";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Somebody's authenticator: shows a code of its secret. A code is good once, so whoever needs several at one moment
 * asks for the ones beside it.
 * @param secret base32, as it is typed
 * @param beside 1: the next half minute's, -1: the one before
 */
export function codeOf(secret: string, beside: -1 | 0 | 1 = 0): string {
  return codeAt(bytesOf(secret), stepOf(new Date().toISOString()) + beside);
}

function bytesOf(secret: string): Uint8Array {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
