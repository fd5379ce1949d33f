import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Briefing } from "@/lib/protocol/briefing";
import { home } from "@/lib/text/home";
import { formatTimeOfDay } from "@/lib/text/moment";

/** Today's shift that is not over by the plan, else the day's last one: its end may still be missing. */
export function CurrentShift({ shifts = [], today, now }: { readonly shifts: Briefing["shifts"]; readonly today: string; readonly now: string }) {
  const todays = shifts.filter(({ day }) => day === today);
  const shift = todays.find(({ endsAt }) => endsAt > formatTimeOfDay(now)) ?? todays.at(-1);
  return shift ? (
    <Link href="/shift" className="flex min-h-17 items-center gap-3 rounded-card border border-line bg-surface px-3.5 py-2.5 sunlight:border-2">
      <span className="min-w-0 flex-1">
        <b className="block font-semibold">{home.shift(shift.startsAt, shift.endsAt)}</b>
        <span className="block text-small text-ink-2">{shift.placeName}</span>
      </span>
      <ChevronRight aria-hidden size={24} />
    </Link>
  ) : null;
}
