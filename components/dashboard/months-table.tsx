import { monthsUntil } from "@/lib/domain/report/month-sums";
import { isRatio } from "@/lib/domain/report/report-table";
import type { UnitRow } from "@/lib/domain/report/unit-rows";
import { partsOfDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { TableBelow } from "./table-below";
import { monthNumbers } from "./units-row";

/** The numbers of the small columns. */
export function MonthsTable({ dashboard, rows }: { readonly dashboard: Dashboard; readonly rows: readonly UnitRow[] }) {
  const percent = isRatio(dashboard.indicator) ? "%" : "";
  return (
    <TableBelow summary={dashboardTexts.monthsTable}>
      <thead>
        <tr>
          <th scope="col">{dashboardTexts.unit}</th>
          {monthsUntil(dashboard.table.point.through).map((month) => <th key={month} scope="col" className="num">{dashboardTexts.monthOf(partsOfDate(month).month)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, line: { place } }) => (
          <tr key={key}>
            <th scope="row" className="row-name">{place.kind === "unit" ? place.name : dashboardTexts[place.kind]}</th>
            {monthNumbers(dashboard, key).map((count, index) => <td key={index} className="num">{`${formatCount(count)}${percent}`}</td>)}
          </tr>
        ))}
      </tbody>
    </TableBelow>
  );
}
