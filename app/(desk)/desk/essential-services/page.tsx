import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthForm } from "@/components/essential-services/month-form";
import { OtherNames } from "@/components/essential-services/other-names";
import { rowsHrefOf } from "@/components/essential-services/rows-link";
import { ServicesTable } from "@/components/essential-services/services-table";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { essentialServicesAsked, neighboursOf } from "@/lib/server/reports/essential-services-query";
import { readEssentialServices } from "@/lib/server/reports/read-essential-services";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import "@/components/essential-services/essential-services.css";

export const metadata: Metadata = { title: texts.title };

export default async function EssentialServicesPage({ searchParams }: PageProps<"/desk/essential-services">) {
  const { actor } = await requirePerson("/desk/essential-services");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const { month, asOf, wrong } = essentialServicesAsked(await searchParams, now);
  const report = await readEssentialServices(actor, month, asOf, now);
  if (!report) notFound();
  const { period } = report;
  const hrefOf = keepsRegisters(actor, now) ? rowsHrefOf(month, asOf) : undefined;
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{texts.heading(texts.monthName(month))}</h1>
          <p className="desk-caption text-ink-2">
            {texts.days(formatDate(period.from), formatDate(period.through))} {texts.asOf(formatDate(asOf))}
          </p>
        </div>
        <MonthForm month={month} asOf={asOf} today={today} {...neighboursOf(month, now)} />
        <SheetLinks sheet="essential-services" query={{ month, asOf }} formats={["xlsx", "docx"]} />
      </header>
      <div className="services-page">
        {wrong && <p role="alert" className="desk-dense text-warn">{texts.wrongMonth}</p>}
        <p className="desk-dense text-ink-2">
          {period.through >= today && <strong className="text-warn">{texts.running(formatDate(period.through))} </strong>}
          {texts.due(`15/${texts.monthName(month)}`, `22/${texts.monthName(month)}`)}
        </p>
        <ServicesTable rows={report.rows} total={report.total} received={report.received} without={report.without} hrefOf={hrefOf} />
        <OtherNames others={report.others} hrefOf={hrefOf} />
      </div>
    </>
  );
}
