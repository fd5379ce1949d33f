import type { Phone } from "@/lib/phone/phone";
import { readRecent } from "./recent";

/** The team that was recorded for last, as long as it may still be. */
export async function usualUnit(phone: Phone): Promise<string> {
  const { units } = phone.person.getSnapshot().briefing;
  const [last] = await readRecent(phone, "unit");
  return (units.find(({ id }) => id === last) ?? units[0])?.id ?? "";
}
