import type { Instant, LocalDate } from "../time/local-date";
import { parseInstant } from "../time/local-date";
import type { TimeOfDay } from "./shift";

/** The moment at a time of a day in Vietnam. Throws on other text: parse first. */
export function instantAt(day: LocalDate, time: TimeOfDay): Instant {
  const parsed = parseInstant(new Date(`${day}T${time}:00+07:00`).toISOString());
  if (!parsed.ok) throw new RangeError("instantAt needs a day and a time of day");
  return parsed.value;
}
