import { addDays, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { visitText } from "@/lib/text/households";

export type ComeBackDay = { readonly day: LocalDate; readonly label: string };

const endOfAfternoon = 16;
const saturday = 6;

/** The days people name when they ask to come again: this afternoon while it lasts, tomorrow, the next Saturday. */
export function comeBackDays(now: string): ComeBackDay[] {
  const today = localDateOf(now);
  const hour = (new Date(now).getUTCHours() + 7) % 24;
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toSaturday = (saturday - weekday + 7) % 7 || 7;
  return [
    ...(hour < endOfAfternoon ? [{ day: today, label: visitText.thisAfternoon }] : []),
    { day: addDays(today, 1), label: visitText.tomorrow },
    ...(toSaturday > 1 ? [{ day: addDays(today, toSaturday), label: visitText.saturday }] : []),
  ];
}
