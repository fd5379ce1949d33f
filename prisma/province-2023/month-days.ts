import { Instant } from "../../lib/domain/time/local-date";

/** Work is recorded until the 28th, so that leaders and registers have the month's last days. */
const workingDays = 28;

/** The moment of the n-th of so many things in a month: spread over its days, in hours at which offices are open. */
export function momentIn(month: string, index: number, count: number): Instant {
  const day = 1 + Math.floor((index * workingDays) / count);
  return instant(`${month}-${String(day).padStart(2, "0")}`, 8 * 60 + ((index * 37) % (9 * 60)));
}

/** @param minutes since midnight in Vietnam */
export function instant(day: string, minutes: number): Instant {
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return Instant.parse(new Date(`${day}T${time}:00+07:00`).toISOString());
}

/** The day in Vietnam; office hours are on the same day in UTC. */
export function dayOf(moment: Instant): string {
  return moment.slice(0, 10);
}

/** So many places among all, evenly spread: which of them are taken. */
export function spread(count: number, all: number): Set<number> {
  const taken = Math.min(count, all);
  return new Set(Array.from({ length: taken }, (_, index) => Math.floor((index * all) / taken)));
}
