import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StatusMark } from "@/components/review/status-mark";
import { denseButtonClass } from "@/components/ui/dense-button";
import { CountedTable } from "@/components/unit-numbers/counted-table";
import { entriesHref, unitHref } from "@/components/unit-numbers/number-href";
import { formatDate } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { numberQueryOf } from "@/lib/server/unit-numbers/number-query";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { unitEntries } from "@/lib/text/desk-units";
import { formatCount } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import "@/components/unit-numbers/unit-numbers.css";

export const metadata: Metadata = { title: unitEntries.title };

export default async function CountedEntriesPage({ searchParams }: PageProps<"/desk/entries">) {
  const { actor } = await requirePerson("/desk/units");
  const query = numberQueryOf(await searchParams);
  const now = new Date().toISOString();
  const counted = query && (await readCountedOutcomes(actor, query, now));
  if (!counted) notFound();
  const { indicator, stage, unitId, direct } = query;
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{counted.unitName}</h1>
          <p className="desk-dense text-ink-2">
            {unitEntries.summary(formatCount(counted.count), unitEntries.stages[stage], indicatorNames[indicator].short)}
            {`, ${unitEntries.period(formatDate(query.from), formatDate(query.to))}`}
          </p>
        </div>
        <Link className={`${denseButtonClass()} ml-auto`} href={unitHref(unitId, query)}>{unitEntries.backToNumbers}</Link>
      </header>
      <div className="numbers">
        <section className="desk-panel">
          {counted.count === 0 && <p className="p-6 text-ink-2">{unitEntries.none}</p>}
          {counted.outcomes.length > 0 && <CountedTable outcomes={counted.outcomes} markOf={(status) => <StatusMark status={status} />} now={now} />}
        </section>
        {counted.next && (
          <Link className={`${denseButtonClass()} justify-self-start`} href={entriesHref(unitId, indicator, stage, query, { direct, after: counted.next })}>
            {unitEntries.more}
          </Link>
        )}
      </div>
    </>
  );
}
