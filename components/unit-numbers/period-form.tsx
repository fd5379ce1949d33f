import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { addDays, daysInMonth, LocalDate, partsOfDate } from "@/lib/domain/time/local-date";
import type { Period } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { unitHref } from "./number-href";

/** From which day to which: four usual periods, or any two days. Works without JavaScript. */
export function PeriodForm({
  unitId,
  period,
  today,
  schemeStart,
}: {
  readonly unitId: string;
  readonly period: Period;
  readonly today: LocalDate;
  readonly schemeStart: LocalDate;
}) {
  return (
    <div className="period">
      <nav aria-label={unitNumbers.period} className="period-usual">
        {usualPeriods(today, schemeStart).map(({ label, from, to }) => (
          <Link
            key={label}
            prefetch={false}
            className={denseButtonClass("bare")}
            href={unitHref(unitId, { from, to })}
            aria-current={from === period.from && to === period.to ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <form action="/desk/units" className="period-days">
        <input type="hidden" name="unit" value={unitId} />
        <label>{unitNumbers.from}<input type="date" name="from" required defaultValue={period.from} key={period.from} /></label>
        <label>{unitNumbers.to}<input type="date" name="to" required defaultValue={period.to} key={period.to} /></label>
        <DenseButton type="submit">{unitNumbers.show}</DenseButton>
      </form>
    </div>
  );
}

function usualPeriods(today: LocalDate, schemeStart: LocalDate): (Period & { readonly label: string })[] {
  const monthStart = LocalDate.parse(`${today.slice(0, 7)}-01`);
  const lastMonthEnd = addDays(monthStart, -1);
  const lastMonth = partsOfDate(lastMonthEnd);
  const lastMonthStart = addDays(monthStart, -daysInMonth(lastMonth.year, lastMonth.month));
  const { periods } = unitNumbers;
  return [
    { label: periods.month, from: monthStart, to: today },
    { label: periods.lastMonth, from: lastMonthStart, to: lastMonthEnd },
    { label: periods.year, from: LocalDate.parse(`${today.slice(0, 4)}-01-01`), to: today },
    { label: periods.scheme, from: schemeStart, to: today },
  ];
}
