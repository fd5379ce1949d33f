import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { drawBytes } from "@/lib/server/crypto/random";

/** Codes of an authenticator (RFC 6238): SHA-1, 30 seconds, 6 digits, because some authenticators know nothing else. */
const stepSeconds = 30;
const digits = 6;
const secretBytes = 20;

export function drawSecret(): Uint8Array {
  return new Uint8Array(drawBytes(secretBytes));
}

/** Which thirty seconds since 1970 a moment belongs to. */
export function stepOf(now: string): number {
  return Math.floor(Date.parse(now) / 1000 / stepSeconds);
}

/** @param length of the code; the RFC's own examples have 8 */
export function codeAt(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const number = digest.readUInt32BE(digest[digest.length - 1]! & 0xf) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/**
 * The step whose code this is: the one of now, or one beside it, for clocks that differ and people who type slowly.
 * @param after the last step that was used; no code is good for a second time
 */
export function findStep(secret: Uint8Array, code: string, now: string, after = -1): number | undefined {
  const current = stepOf(now);
  const steps = [current, current - 1, current + 1].filter((step) => step > after && isSame(codeAt(secret, step), code));
  return steps[0];
}

function isSame(expected: string, given: string): boolean {
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Base32 (RFC 4648) without padding: how secrets are typed. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What the QR code for an authenticator says. */
export function authenticatorUri(secret: Uint8Array, issuer: string, login: string): string {
  const query = [["secret", base32(secret)], ["issuer", issuer], ["algorithm", "SHA1"], ["digits", String(digits)], ["period", String(stepSeconds)]];
  // Not a form's encoding: authenticators show a plus as it is.
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(login)}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join("&")}`;
}
