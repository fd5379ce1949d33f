import { TablePanel } from "@/components/ui/table-panel";
import { isRatio } from "@/lib/domain/report/report-table";
import { unitRows } from "@/lib/domain/report/unit-rows";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress, SortKey } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { Movers } from "./movers";
import { MonthsTable } from "./months-table";
import { SortHeader } from "./sort-header";
import { orderOf, sortedRows } from "./sort-rows";
import { UnitsRow, UnitsTotal } from "./units-row";

export type Column = { readonly sort?: SortKey; readonly name: string; readonly className?: string };

/** Which columns an indicator has; cells come in the same order (units-row.tsx). */
function columnsOf({ indicator, months }: Dashboard): readonly Column[] {
  const num = "num";
  return [
    { sort: "order", name: dashboardTexts.ordinal, className: num },
    { sort: "name", name: dashboardTexts.unit, className: "corner" },
    { sort: "value", name: isRatio(indicator) ? dashboardTexts.share : dashboardTexts.matched, className: num },
    { sort: "target", name: dashboardTexts.targetColumn, className: num },
    { name: dashboardTexts.againstTarget },
    { sort: "share", name: dashboardTexts.percent, className: num },
    { sort: "change", name: dashboardTexts.change, className: num },
    ...(months.length > 0 ? [{ name: dashboardTexts.months }] : []),
    ...(isRatio(indicator) ? [] : ([
      { sort: "perMembers", name: dashboardTexts.perMembers, className: num },
      { sort: "perHouseholds", name: dashboardTexts.perHouseholds, className: num },
      { sort: "unreviewed", name: dashboardTexts.unreviewedColumn, className: num },
      { sort: "waiting", name: dashboardTexts.waitingColumn, className: num },
    ] as const)),
    { sort: "phones", name: dashboardTexts.phonesColumn, className: num },
  ];
}

/** The units below in the order of the address; with the unit's own and what has no place they add up to the total. */
export function UnitsTable({ dashboard, address }: { readonly dashboard: Dashboard; readonly address: DashboardAddress }) {
  const rows = sortedRows(dashboard, address);
  if (rows.length === 0) return <p className="desk-dense text-ink-2">{dashboardTexts.noUnits}</p>;
  const current = orderOf(address, unitRows(dashboard.table, dashboard.indicator));
  const units = rows.filter(({ ordinal }) => ordinal !== undefined).length;
  return (
    <TablePanel
      title={dashboardTexts.units(formatCount(units), reportIndicatorNames[dashboard.indicator].short)}
      aside={dashboard.opens.entries && <p className="desk-caption text-ink-2">{dashboardTexts.unitsNote}</p>}
      className="units-table"
      above={<Movers dashboard={dashboard} />}
      below={dashboard.months.length > 0 && <MonthsTable dashboard={dashboard} rows={rows} />}
    >
      <thead>
        <tr>
          {columnsOf(dashboard).map(({ sort, name, className }) =>
            sort ? <SortHeader key={name} sort={sort} name={name} className={className} address={address} current={current} /> : <th key={name} scope="col">{name}</th>,
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => <UnitsRow key={row.key} row={row} dashboard={dashboard} address={address} />)}
      </tbody>
      <tfoot>
        <UnitsTotal dashboard={dashboard} />
      </tfoot>
    </TablePanel>
  );
}
