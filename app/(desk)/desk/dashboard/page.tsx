import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ChildrenTable } from "@/components/unit-numbers/children-table";
import { IndicatorTable } from "@/components/unit-numbers/indicator-table";
import { OrganisationsTable } from "@/components/unit-numbers/organisations-table";
import { PeriodForm } from "@/components/unit-numbers/period-form";
import { UnitTrail } from "@/components/unit-numbers/unit-trail";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { periodOf, unitIdOf } from "@/lib/server/unit-numbers/number-query";
import { readSchemeStart } from "@/lib/server/unit-numbers/read-scheme-start";
import { readUnitNumbers } from "@/lib/server/unit-numbers/read-unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import "@/components/unit-numbers/unit-numbers.css";

export const metadata: Metadata = { title: unitNumbers.title };

export default async function UnitNumbersPage({ searchParams }: PageProps<"/desk/units">) {
  const { actor } = await requirePerson("/desk/units");
  const parameters = await searchParams;
  const [own] = supervisedUnits(actor);
  if (!own) redirect("/desk");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const period = periodOf(parameters, today);
  const unitId = "unit" in parameters ? unitIdOf(parameters) : own;
  const numbers = unitId ? await readUnitNumbers(actor, unitId, period, now) : undefined;
  if (!numbers) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <UnitTrail numbers={numbers} />
          <h1 className="desk-title">{numbers.total.name}</h1>
          <p className="desk-caption text-ink-2">{unitNumbers.asOf(formatTimeOfDay(now), formatDay(now))}</p>
        </div>
        <PeriodForm unitId={numbers.total.id} period={period} today={today} schemeStart={await readSchemeStart(actor)} />
      </header>
      <div className="numbers">
        {period.wrong && <p role="alert" className="desk-dense text-warn">{unitNumbers.wrongPeriod}</p>}
        <IndicatorTable numbers={numbers} />
        <ChildrenTable numbers={numbers} />
        <OrganisationsTable numbers={numbers} />
        <p className="desk-caption text-ink-2">{unitNumbers.provisional}</p>
      </div>
    </>
  );
}
