import type { Phone } from "@/lib/phone/phone";

/** Whoever decides about others' entries works at the desk too. */
export function mayReview({ person }: Phone): boolean {
  return person.getSnapshot().briefing.assignments.some(({ role }) => role === "leader" || role === "officer");
}
