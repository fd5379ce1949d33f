import { TableHead } from "@/components/ui/table-head";
import { monthsUntil } from "@/lib/domain/report/month-sums";
import { monthNumbers } from "@/lib/domain/report/place-months";
import { isRatio, type ReportLine } from "@/lib/domain/report/report-table";
import type { UnitRow } from "@/lib/domain/report/unit-rows";
import { addDays, daysInMonth, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { NumberLink, type NumberOf } from "./number-link";
import { ShareLink } from "./share-link";
import { TableBelow } from "./table-below";
import { withDays } from "./with-days";

/** The numbers of the small columns. */
export function MonthsTable({ dashboard, rows }: { readonly dashboard: Dashboard; readonly rows: readonly UnitRow[] }) {
  const months = monthsUntil(dashboard.table.point.through);
  return (
    <TableBelow summary={dashboardTexts.monthsTable}>
      <TableHead columns={[
        dashboardTexts.unit, ...months.map((month) => ({ number: dashboardTexts.monthOf(partsOfDate(month).month) })),
      ]} />
      <tbody>
        {rows.map(({ key, line: { place } }) => (
          <tr key={key}>
            <th scope="row" className="row-name">{place.kind === "unit" ? place.name : dashboardTexts[place.kind]}</th>
            {monthNumbers(dashboard, key).map((count, index) => (
              <td key={index} className="num"><MonthLink dashboard={dashboard} of={placeOf(dashboard, place)} month={months[index]!} count={count} /></td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBelow>
  );
}

/** What the month alone added opens what is behind it. */
function MonthLink({ dashboard, of, month, count }: { readonly dashboard: Dashboard; readonly of: NumberOf; readonly month: LocalDate; readonly count: number }) {
  const { indicator, table: { point } } = dashboard;
  const { year, month: number } = partsOfDate(month);
  const last = addDays(month, daysInMonth(year, number) - 1);
  const then = withDays(dashboard, { first: month, through: last < point.through ? last : point.through });
  return isRatio(indicator)
    ? <ShareLink words={`${formatCount(count)}%`} of={of} indicator={indicator} dashboard={then} />
    : <NumberLink value={count} of={of} indicator={indicator} stage="matched" dashboard={then} />;
}

function placeOf({ table: { unit } }: Dashboard, place: ReportLine["place"]): NumberOf {
  return place.kind === "unit" ? { id: place.id, name: place.name } : { id: unit.id, name: dashboardTexts[place.kind], place: place.kind };
}
