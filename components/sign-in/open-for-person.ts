import { openPhone } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/opening";

/**
 * Opens this phone for whoever just signed in.
 * @param opening undefined while it opens
 * @returns why that was not possible; undefined when the person may go on
 */
export async function openForPerson(personId: string, opening: PhoneOpening | undefined): Promise<"unreachable" | "storage" | undefined> {
  // Whoever was faster than the phone waits for it.
  const opened = opening ?? (await openPhone());
  if (opened.state === "newerData" || opened.state === "wiped" || opened.state === "unavailable") return "storage";
  const door = opened.state === "ready" ? opened.phone : opened;
  const signedIn = await door.signedIn(personId, hasForgotten(personId) ? "forgottenPin" : undefined);
  if (signedIn.ok) return undefined;
  return signedIn.error.problem === "network" ? "unreachable" : "storage";
}

/** The lock sent here whoever had forgotten their PIN; somebody else who signs in has not. */
function hasForgotten(personId: string): boolean {
  return new URLSearchParams(window.location.search).get("forgotten") === personId;
}
