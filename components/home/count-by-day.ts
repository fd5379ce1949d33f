import { addDays, type LocalDate } from "@/lib/domain/time/local-date";

export type CountByDay = { readonly today: number; readonly yesterday: number; readonly earlier: number };

/** How many of these are of today, of yesterday, of before. */
export function countByDay(entries: readonly { readonly happenedOn: LocalDate }[], today: LocalDate): CountByDay {
  const ofToday = entries.filter(({ happenedOn }) => happenedOn === today).length;
  const ofYesterday = entries.filter(({ happenedOn }) => happenedOn === addDays(today, -1)).length;
  return { today: ofToday, yesterday: ofYesterday, earlier: entries.length - ofToday - ofYesterday };
}
