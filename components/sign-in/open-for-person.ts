import type { PhoneOpening } from "@/lib/phone/phone";

/**
 * Opens this phone for whoever just signed in.
 * @returns why that was not possible; undefined when the person may go on
 */
export async function openForPerson(personId: string, opening: PhoneOpening | undefined): Promise<"unreachable" | "storage" | undefined> {
  if (opening?.state !== "signInNeeded" && opening?.state !== "ready") return "storage";
  const signedIn = opening.state === "ready" ? await opening.phone.signedIn(personId) : await opening.signedIn(personId);
  if (signedIn.ok) return undefined;
  return signedIn.error.problem === "network" ? "unreachable" : "storage";
}
