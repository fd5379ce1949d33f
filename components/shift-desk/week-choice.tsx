import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { addDays } from "@/lib/domain/time/local-date";
import type { WeekPlan } from "@/lib/protocol/shifts";
import { deskShifts } from "@/lib/text/desk-shifts";
import { weekHref } from "./hrefs";

export function WeekChoice({ plan: { unit, days, today } }: { readonly plan: WeekPlan }) {
  const monday = days[0]!;
  const links = [
    { label: deskShifts.previousWeek, day: addDays(monday, -7) },
    { label: deskShifts.thisWeek, day: today },
    { label: deskShifts.nextWeek, day: addDays(monday, 7) },
  ];
  return (
    <nav aria-label={deskShifts.weeks} className="shift-weeks">
      {links.map(({ label, day }) => (
        <Link key={label} prefetch={false} href={weekHref(unit.id, day)} className={denseButtonClass("bare")} aria-current={days.includes(day) ? "true" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
