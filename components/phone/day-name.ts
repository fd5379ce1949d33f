import { addDays, formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import { entryList } from "@/lib/text/entry-list";

/** "Hôm nay", "Hôm qua", "07/08/2026" */
export function dayName(day: LocalDate, today: LocalDate): string {
  if (day === today) return entryList.today;
  return day === addDays(today, -1) ? entryList.yesterday : formatDate(day);
}
