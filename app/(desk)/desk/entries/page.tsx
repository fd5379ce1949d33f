import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CountedTable } from "@/components/dashboard/counted-table";
import { dashboardHref, entriesHref, entriesSheetQuery } from "@/components/dashboard/dashboard-href";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { StatusMark } from "@/components/review/status-mark";
import { denseButtonClass } from "@/components/ui/dense-button";
import { formatDate } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { numberQueryOf } from "@/lib/server/unit-numbers/number-query";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { unitEntries } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import "@/components/dashboard/dashboard.css";

export const metadata: Metadata = { title: unitEntries.title };

export default async function CountedEntriesPage({ searchParams }: PageProps<"/desk/entries">) {
  const { actor } = await requirePerson("/desk/dashboard");
  const query = numberQueryOf(await searchParams);
  const now = new Date().toISOString();
  const counted = query && (await readCountedOutcomes(actor, query, now));
  if (!counted) notFound();
  const { indicator, stage, unitId, place, author, area, first, through, treeOn, asOf } = query;
  const drawn = { treeOn, point: { ...(first ? { first } : {}), through, asOf: asOf ?? through } };
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{counted.unitName}</h1>
          <p className="desk-dense text-ink-2">
            {unitEntries.summary(formatCount(counted.count), unitEntries.stages[stage], indicator ? reportIndicatorNames[indicator].short : unitEntries.anyIndicator)}
            {`, ${first ? unitEntries.period(formatDate(first), formatDate(through)) : unitEntries.until(formatDate(through))}`}
            {[counted.authorName && unitEntries.of(counted.authorName), counted.areaName].flatMap((words) => (words ? [`, ${words}`] : []))}
          </p>
        </div>
        <span className="ml-auto">{counted.count > 0 && <SheetLinks sheet="entries" query={entriesSheetQuery(query)} />}</span>
        <Link prefetch={false} className={denseButtonClass()} href={dashboardHref({ unit: unitId, indicator, from: first, to: through, tree: treeOn === through ? undefined : treeOn, asOf })}>
          {unitEntries.backToNumbers}
        </Link>
      </header>
      <div className="numbers">
        {asOf && <p className="desk-dense text-ink-2">{unitEntries.ofDay(formatDate(asOf))}</p>}
        <section className="desk-panel">
          {counted.count === 0 && <p className="p-6 text-ink-2">{unitEntries.none}</p>}
          {counted.outcomes.length > 0 && <CountedTable outcomes={counted.outcomes} markOf={(status) => <StatusMark status={status} />} now={now} />}
        </section>
        {counted.next && (
          <Link className={`${denseButtonClass()} justify-self-start`} href={entriesHref({ unitId, indicator, stage, place, author, area, after: counted.next }, drawn, now)}>
            {unitEntries.more}
          </Link>
        )}
      </div>
    </>
  );
}
