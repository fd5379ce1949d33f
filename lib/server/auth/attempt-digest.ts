import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { environment } from "@/lib/server/env/environment";

/** Keyed, so that the table of attempts names neither accounts nor addresses to whoever reads it. */
export function attemptDigest(scope: "login" | "address" | "secondFactor", text: string): Uint8Array<ArrayBuffer> {
  const key = hkdfSync("sha256", environment().sessionSecret, "", `sign-in attempt: ${scope}`, 32);
  return new Uint8Array(createHmac("sha256", Buffer.from(key)).update(text).digest());
}
