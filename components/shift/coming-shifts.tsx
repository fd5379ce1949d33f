import { Card } from "@/components/ui/card";
import { weekOf } from "@/lib/domain/shift/week";
import { addDays, formatDate, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { BriefedShift } from "@/lib/protocol/briefing";
import { shift as text } from "@/lib/text/shift";

/** What is planned after the current one, this week, next week, and what is known beyond. */
export function ComingShifts({ shifts, now }: { readonly shifts: readonly BriefedShift[]; readonly now: string }) {
  const sunday = weekOf(localDateOf(now))[6]!;
  const nextSunday = addDays(sunday, 7);
  const weeks = [
    { title: text.thisWeek, shifts: shifts.filter(({ day }) => day <= sunday) },
    { title: text.nextWeek, shifts: shifts.filter(({ day }) => day > sunday && day <= nextSunday) },
    { title: text.later, shifts: shifts.filter(({ day }) => day > nextSunday) },
  ];
  return weeks.map(({ title, shifts: own }) =>
    own.length === 0 ? null : (
      <section key={title} aria-label={title}>
        <h2 className="mb-1.5 text-small font-semibold text-ink-2">{title}</h2>
        <Card>
          <ul>
            {own.map(({ id, day, startsAt, endsAt, placeName }) => (
              <li key={id} className="border-t border-line px-3.5 py-2.5 first:border-t-0">
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <b className="font-semibold">{dayText(day)}</b>
                  <span className="font-medium">{text.hours(startsAt, endsAt)}</span>
                </span>
                <span className="block text-small text-ink-2">{placeName}</span>
              </li>
            ))}
          </ul>
        </Card>
      </section>
    ),
  );
}

function dayText(day: LocalDate): string {
  return text.day(weekOf(day).indexOf(day), formatDate(day));
}
