import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { MonthTable } from "@/components/periods/month-table";
import { OtherPeriod } from "@/components/periods/other-period";
import { PeriodTable } from "@/components/periods/period-table";
import { PeriodUnits } from "@/components/periods/period-units";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import { monthsBetween } from "@/lib/domain/time/months";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { askedPeriodOf } from "@/lib/server/periods/asked-period";
import { listPeriods, readPeriodNumbers } from "@/lib/server/periods/read-periods";
import { periodTexts } from "@/lib/text/desk-periods";
import "@/components/periods/periods.css";

export const metadata: Metadata = { title: periodTexts.title };

/** Months that can still be closed from the list; older ones by their days. */
const shownMonths = 12;

export default async function PeriodsPage({ searchParams }: PageProps<"/desk/periods">) {
  const { actor } = await requirePerson("/desk/periods");
  const [own] = supervisedUnits(actor);
  if (!own) redirect("/desk");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const parameters = await searchParams;
  const periods = await listPeriods(actor);
  const { periodId = periods[0]?.id, unitId = own, indicator } = askedPeriodOf(parameters);
  const numbers = periodId ? await readPeriodNumbers(actor, periodId, unitId, now) : undefined;
  if ("period" in parameters && !numbers) notFound();
  const mayClose = keepsRegisters(actor, now);
  const months = monthsBetween(addDays(today, -31 * (shownMonths - 1)), today);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{periodTexts.title}</h1>
          <p className="desk-caption text-ink-2">{periodTexts.about}</p>
        </div>
      </header>
      <div className="periods">
        <div>
          <MonthTable months={months} periods={periods} today={today} mayClose={mayClose} {...(numbers ? { openId: numbers.period.id } : {})} />
          {mayClose && <OtherPeriod last={addDays(today, -1)} />}
        </div>
        <div className="period-chosen">
          {numbers && <SheetLinks sheet="periods" query={{ period: numbers.period.id, unit: numbers.unit.id, indicator }} />}
          {numbers ? <PeriodTable numbers={numbers} /> : <p className="desk-panel p-4 desk-body text-ink-2">{periodTexts.noneClosed}</p>}
          {numbers && indicator && <PeriodUnits numbers={numbers} indicator={indicator} />}
        </div>
      </div>
    </>
  );
}
