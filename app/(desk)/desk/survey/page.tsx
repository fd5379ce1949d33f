import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { MonthChoice } from "@/components/survey/desk/month-choice";
import { MonthsTable } from "@/components/survey/desk/months-table";
import { PointsPanel } from "@/components/survey/desk/points-panel";
import { ResultsTable } from "@/components/survey/desk/results-table";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { readSurveyResults } from "@/lib/server/survey/read-survey-results";
import { resultsQueryOf } from "@/lib/server/survey/results-query";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import "@/components/survey/desk/survey-desk.css";

export const metadata: Metadata = { title: deskSurvey.title };

export default async function SurveyResultsPage({ searchParams }: PageProps<"/desk/survey">) {
  const { actor } = await requirePerson("/desk/survey");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const { month, sort } = resultsQueryOf(await searchParams, today);
  const results = await readSurveyResults(actor, month, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{deskSurvey.title}</h1>
          <p className="desk-caption text-ink-2">{deskSurvey.intro} {deskSurvey.asOf(formatTimeOfDay(now), formatDay(now))}</p>
        </div>
        <MonthChoice month={month} thisMonth={today.slice(0, 7)} sort={sort} />
        {results.places.length > 0 && <SheetLinks sheet="survey" query={{ month }} formats={["xlsx", "docx"]} />}
      </header>
      <div className="survey-desk">
        {results.places.length > 0 ? (
          <>
            <ResultsTable results={results} sort={sort} />
            <MonthsTable results={results} />
          </>
        ) : (
          results.withoutPoint.length > 0 && <p className="desk-body">{deskSurvey.nothing}</p>
        )}
        <PointsPanel places={results.places} withoutPoint={results.withoutPoint} />
      </div>
    </>
  );
}
