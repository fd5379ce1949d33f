import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** What OWASP asks of argon2id, the library's default: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns the hash with its parameters, to be stored as it is */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), parameters);
}

/**
 * Takes the same time whether or not there is a hash to compare with, so that the answer's delay does not
 * tell which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const usable = passwordHash?.startsWith(usedUp) ? undefined : passwordHash;
  const matches = await verify(usable ?? (await hashOfNobody()), normalise(password));
  return matches && typeof usable === "string";
}

/** What is kept of a first password once it has opened: enough to tell that the next one is another. */
export const usedUp = "used:";

/** Is this the password that is to be left behind, used up or not? */
export async function isFormerPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const former = passwordHash?.startsWith(usedUp) ? passwordHash.slice(usedUp.length) : passwordHash;
  return typeof former === "string" && (await verify(former, normalise(password)));
}

/** Keyboards compose Vietnamese letters differently; the same word must give the same hash (NIST 800-63B). */
function normalise(password: string): string {
  return password.normalize("NFKC");
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword("nobody has this password");
  return nobody;
}
