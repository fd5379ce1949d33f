import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { satisfiedShare } from "@/lib/domain/survey/survey-summary";
import type { SurveyResults } from "@/lib/protocol/survey-results";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatCount, formatShare } from "@/lib/text/moment";
import { sortPlaces } from "./sort-places";

/** The numbers behind the lines: for each place and month how many answered, and how many of them are satisfied. */
export function MonthsTable({ results }: { readonly results: SurveyResults }) {
  return (
    <TablePanel title={deskSurvey.byMonth} aside={<p className="desk-caption text-ink-2">{deskSurvey.byMonthNote}</p>} className="survey-table">
      <TableHead columns={[deskSurvey.columns.place, ...results.months.map((month) => ({ number: deskSurvey.monthName(month) }))]} />
      <tbody>
        {sortPlaces(results.places, "place").map((place) => (
          <tr key={place.placeId}>
            <th scope="row" className="row-name">{place.name}</th>
            {results.months.map((month, index) => {
              const summary = place.byMonth[index];
              const share = summary && satisfiedShare(summary);
              return (
                <td key={month} className="num">
                  {formatCount(summary?.count ?? 0)}
                  {share !== undefined && ` · ${formatShare(share)}`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
