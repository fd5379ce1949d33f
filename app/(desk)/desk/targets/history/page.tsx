import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TargetHistory } from "@/components/targets/target-history";
import { targetHref } from "@/components/targets/targets-href";
import { YearForm } from "@/components/targets/year-form";
import { reportIndicators } from "@/lib/domain/report/report-table";
import { requirePerson } from "@/lib/server/auth/current-person";
import { askedTargets, targetYears } from "@/lib/server/targets/asked-targets";
import { readTargetHistory } from "@/lib/server/targets/read-target-history";
import { targetTexts } from "@/lib/text/desk-targets";
import "@/components/targets/targets.css";

export const metadata: Metadata = { title: targetTexts.history };

export default async function TargetHistoryPage({ searchParams }: PageProps<"/desk/targets/history">) {
  const { actor } = await requirePerson("/desk/targets/history");
  const now = new Date().toISOString();
  const asked = askedTargets(actor, await searchParams, now);
  if (!asked) notFound();
  const { unitId, year, indicator, page } = asked;
  const query = unitId ? { unitId, year, page, ...(indicator ? { indicator } : {}) } : undefined;
  const history = query && (await readTargetHistory(actor, query, now));
  if (!query || !history) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <Link className="desk-dense text-brand underline" prefetch={false} href={targetHref(query)}>{targetTexts.back}</Link>
          <h1 className="desk-title">{`${targetTexts.history}: ${history.unitName}`}</h1>
          <p className="desk-caption text-ink-2">{targetTexts.historyAbout}</p>
        </div>
        <div className="target-links"><YearForm unitId={query.unitId} year={year} years={targetYears(now)} indicators={{ all: reportIndicators, asked: indicator }} /></div>
      </header>
      <div className="targets"><TargetHistory title={targetTexts.grid(history.unitName, year)} rows={history.rows} hasMore={history.hasMore} asked={query} /></div>
    </>
  );
}
