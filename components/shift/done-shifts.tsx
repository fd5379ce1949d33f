import Link from "next/link";
import { dayName } from "@/components/phone/day-name";
import { EntryMark } from "@/components/phone/entry-mark";
import { Card } from "@/components/ui/card";
import { localDateOf } from "@/lib/domain/time/local-date";
import { formatTimeOfDay } from "@/lib/text/moment";
import { shift as text } from "@/lib/text/shift";
import type { OwnAttendance } from "./own-attendances";

/** Shifts of the last days that have an end, and where each is. */
export function DoneShifts({ attendances, now }: { readonly attendances: readonly OwnAttendance[]; readonly now: string }) {
  if (attendances.length === 0) return null;
  return (
    <section aria-labelledby="done">
      <h2 id="done" className="mb-1.5 text-small font-semibold text-ink-2">{text.done}</h2>
      <Card className="overflow-hidden">
        <ul>
          {attendances.map(({ entry, content, checkedInAt, checkedOutAt }) => (
            <li key={entry.id} className="border-t border-line first:border-t-0">
              <Link href={`/entry?id=${entry.id}`} className="block min-h-16 px-3.5 py-2.5 active:bg-sunken">
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <b className="font-semibold">{dayName(entry.happenedOn, localDateOf(now))}</b>
                  <span className="font-medium">{text.hours(formatTimeOfDay(checkedInAt), checkedOutAt ? formatTimeOfDay(checkedOutAt) : "")}</span>
                </span>
                <span className="flex flex-wrap items-center justify-between gap-x-3 text-small text-ink-2">
                  {content.placeName}
                  <EntryMark entry={entry} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
