import { openPhone } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/phone";

/**
 * Opens this phone for whoever just signed in.
 * @param opening undefined while it opens
 * @returns why that was not possible; undefined when the person may go on
 */
export async function openForPerson(personId: string, opening: PhoneOpening | undefined): Promise<"unreachable" | "storage" | undefined> {
  // Whoever was faster than the phone waits for it.
  const opened = opening ?? (await openPhone());
  if (opened.state !== "signInNeeded" && opened.state !== "ready") return "storage";
  const signedIn = opened.state === "ready" ? await opened.phone.signedIn(personId) : await opened.signedIn(personId);
  if (signedIn.ok) return undefined;
  return signedIn.error.problem === "network" ? "unreachable" : "storage";
}
