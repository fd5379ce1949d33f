import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Somebody's authenticator: shows a code of its secret. A code is good once, so whoever needs several at one moment
 * asks for the ones beside it.
 * @param secret base32, as it is typed
 * @param beside 1: the next half minute's, -1: the one before
 */
export function codeOf(secret: string, beside: -1 | 0 | 1 = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + beside, 4);
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! % 16) % 2 ** 31;
  return String(number).slice(-6).padStart(6, "0");
}

function bytesOf(secret: string): Uint8Array {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
