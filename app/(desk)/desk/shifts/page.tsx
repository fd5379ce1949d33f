import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EmptyPage } from "@/components/desk-shell/empty-page";
import { UnitChoice } from "@/components/shift-desk/unit-choice";
import { WeekChoice } from "@/components/shift-desk/week-choice";
import { WeekDesk } from "@/components/shift-desk/week-desk";
import { PrintButton } from "@/components/ui/print-button";
import { formatDate } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { readWeek } from "@/lib/server/shifts/read-week";
import { weekQueryOf } from "@/lib/server/shifts/shifts-query";
import { deskShifts } from "@/lib/text/desk-shifts";
import "@/components/shift-desk/shift-desk.css";

export const metadata: Metadata = { title: deskShifts.title };

export default async function ShiftsPage({ searchParams }: PageProps<"/desk/shifts">) {
  const { actor } = await requirePerson("/desk/shifts");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const query = weekQueryOf(await searchParams);
  const plan = await readWeek(actor, query, new Date().toISOString());
  if (!plan && query.unit) notFound();
  if (!plan) return <EmptyPage title={deskShifts.title} sentence={deskShifts.noTeam}>{null}</EmptyPage>;
  const { unit, units, days } = plan;
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{deskShifts.title}, {unit.name}</h1>
          <p className="desk-dense text-ink-2">{deskShifts.week(formatDate(days[0]!), formatDate(days[6]!))}</p>
        </div>
        <WeekChoice plan={plan} />
        <UnitChoice action="/desk/shifts" label={deskShifts.unit} show={deskShifts.show} unit={unit} units={units} keep={{ day: days[0]! }} />
        <div className="shift-tools"><PrintButton>{deskShifts.print}</PrintButton></div>
      </header>
      <WeekDesk key={`${unit.id} ${days[0]}`} plan={plan} />
    </>
  );
}
