import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AllowanceTable } from "@/components/shift-desk/allowance-table";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { MonthChoice } from "@/components/shift-desk/month-choice";
import { RatesPanel } from "@/components/shift-desk/rates-panel";
import { UnitChoice } from "@/components/shift-desk/unit-choice";
import { EmptyPage } from "@/components/desk-shell/empty-page";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { readAllowance, readAllowanceUnits } from "@/lib/server/shifts/read-allowance";
import { allowanceQueryOf } from "@/lib/server/shifts/shifts-query";
import { deskAllowance } from "@/lib/text/desk-shifts";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import "@/components/shift-desk/shift-desk.css";

export const metadata: Metadata = { title: deskAllowance.title };

export default async function AllowancePage({ searchParams }: PageProps<"/desk/allowance">) {
  const { actor } = await requirePerson("/desk/allowance");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const now = new Date().toISOString();
  const query = allowanceQueryOf(await searchParams);
  const read = await readAllowance(actor, query, now);
  if (!read.ok && read.error === "tooLarge") {
    const units = await readAllowanceUnits(actor, now);
    return (
      <EmptyPage title={deskAllowance.title} sentence={deskAllowance.tooMany}>
        <UnitChoice action="/desk/allowance" label={deskAllowance.unit} show={deskAllowance.show} unit={{ id: query.unit ?? "" }} units={units} keep={query.month ? { month: query.month } : {}} />
      </EmptyPage>
    );
  }
  if (!read.ok) notFound();
  const sheet = read.value;
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{deskAllowance.sheet(deskAllowance.monthName(sheet.month))}, {sheet.unit.name}</h1>
          <p className="desk-caption text-ink-2">{deskAllowance.asOf(formatTimeOfDay(now), formatDay(now))}</p>
        </div>
        <MonthChoice unitId={sheet.unit.id} month={sheet.month} />
        <UnitChoice action="/desk/allowance" label={deskAllowance.unit} show={deskAllowance.show} unit={sheet.unit} units={sheet.units} keep={{ month: sheet.month }} />
        <SheetLinks sheet="allowance" query={{ unit: sheet.unit.id, month: sheet.month }} formats={["xlsx", "docx"]} />
      </header>
      <div className="shift-desk">
        <AllowanceTable sheet={sheet} />
        <RatesPanel key={sheet.unit.id} sheet={sheet} today={localDateOf(now)} />
      </div>
    </>
  );
}
