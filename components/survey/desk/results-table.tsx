import { ArrowDown, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { ableShare, addSummaries, satisfiedShare, type SurveySummary } from "@/lib/domain/survey/survey-summary";
import { resultColumns, type ResultColumn, type SurveyResults } from "@/lib/protocol/survey-results";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatCount, formatShare } from "@/lib/text/moment";
import { AnswerBar, AnswerLegend } from "./answer-bar";
import { ShareLine } from "./share-line";
import { chosenMonth, sortPlaces } from "./sort-places";
import { resultsHref } from "./survey-href";

/** One row per place for the chosen month, in any order; the last one is all of them together. */
export function ResultsTable({ results, sort }: { readonly results: SurveyResults; readonly sort: ResultColumn }) {
  const month = results.months.at(-1) ?? "";
  const total = addSummaries(results.places.map(chosenMonth));
  return (
    <TablePanel title={deskSurvey.resultsOf(deskSurvey.monthName(month))} aside={<AnswerLegend />} className="survey-table" below={<p className="desk-dense panel-note">{deskSurvey.tooFewNote} {deskSurvey.channelNote}</p>}>
      <thead>
        <tr>
          {resultColumns.slice(0, 4).map((column) => <SortableHead key={column} {...{ column, month, sort }} />)}
          <th scope="col" className="num">{deskSurvey.mostInADay}</th>
          <th scope="col" className="survey-bar-cell">{deskSurvey.answers}</th>
          {resultColumns.slice(4).map((column) => <SortableHead key={column} {...{ column, month, sort }} />)}
          <th scope="col">{deskSurvey.sixMonths}</th>
        </tr>
      </thead>
      <tbody>
        {sortPlaces(results.places, sort).map((place) => (
          <tr key={place.placeId}>
            <th scope="row" className="row-name">{place.name}</th>
            <Counts of={chosenMonth(place)} />
            <td className="num">{place.mostInADay > 0 && formatCount(place.mostInADay)}</td>
            <td className="survey-bar-cell"><AnswerBar place={place.name} summary={chosenMonth(place)} /></td>
            <Shares of={chosenMonth(place)} />
            <td><ShareLine place={place} months={results.months} /></td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="row-name">{deskSurvey.total}</th>
          <Counts of={total} />
          <td />
          <td className="survey-bar-cell"><AnswerBar place={deskSurvey.total} summary={total} /></td>
          <Shares of={total} />
          <td />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

function SortableHead({ column, month, sort }: { readonly column: ResultColumn; readonly month: string; readonly sort: ResultColumn }) {
  const label = deskSurvey.columns[column];
  const chosen = column === sort;
  return (
    <th scope="col" className={column === "place" ? undefined : "num"} aria-sort={chosen ? (column === "place" ? "ascending" : "descending") : undefined}>
      <Link prefetch={false} href={resultsHref(month, column)} aria-label={deskSurvey.sortBy(label)} className="survey-sort">
        {label}
        {chosen && <ArrowDown aria-hidden size={12} />}
      </Link>
    </th>
  );
}

function Counts({ of: { count, channels } }: { readonly of: SurveySummary }) {
  return (
    <>
      <td className="num">{formatCount(count)}</td>
      <td className="num">{formatCount(channels.own)}</td>
      <td className="num">{formatCount(channels.counter)}</td>
    </>
  );
}

function Shares({ of: summary }: { readonly of: SurveySummary }) {
  const shares = [satisfiedShare(summary), ableShare(summary)];
  const asked = summary.answers?.asked.yes;
  return (
    <>
      {shares.map((share, index) => <td key={index} className="num">{share !== undefined && formatShare(share)}</td>)}
      <td className="num">
        {asked !== undefined && asked > 0 && <TriangleAlert aria-hidden size={14} className="mr-1 inline align-[-2px] text-warn" />}
        {asked !== undefined && <span className={asked > 0 ? "font-semibold text-warn" : undefined}>{formatCount(asked)}</span>}
      </td>
    </>
  );
}
