import "server-only";
import { createHmac, hkdfSync } from "node:crypto";

/** The secret that sign-in rests on. The launcher refuses to start without one. */
export function signInSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  return secret;
}

/** Keyed, so that the table of attempts names neither accounts nor addresses to whoever reads it. */
export function attemptDigest(scope: "login" | "address", text: string): Buffer {
  const key = hkdfSync("sha256", signInSecret(), "", `sign-in attempt: ${scope}`, 32);
  return createHmac("sha256", Buffer.from(key)).update(text).digest();
}
