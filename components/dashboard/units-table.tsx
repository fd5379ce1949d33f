import { TablePanel } from "@/components/ui/table-panel";
import { isRatio } from "@/lib/domain/report/report-table";
import { rankingBases, type RankingBasis } from "@/lib/domain/report/ranking";
import { unitRows } from "@/lib/domain/report/unit-rows";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress, SortKey } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { MonthsTable } from "./months-table";
import { SortHeader } from "./sort-header";
import { orderOf, sortedRows } from "./sort-rows";
import { UnitsRow, UnitsTotal } from "./units-row";

export type Column = { readonly sort?: SortKey; readonly name: string; readonly className?: string };

/** Which columns an indicator has; cells come in the same order (units-row.tsx). */
function columnsOf({ indicator, months, table }: Dashboard, bases: readonly RankingBasis[]): readonly Column[] {
  const num = "num";
  return [
    { sort: "order", name: dashboardTexts.ordinal, className: num },
    { sort: "name", name: dashboardTexts.unit, className: "corner" },
    { sort: "value", name: isRatio(indicator) ? dashboardTexts.part : dashboardTexts.matched, className: num },
    { sort: "target", name: dashboardTexts.targetColumn, className: num },
    { name: dashboardTexts.againstTarget },
    { sort: "share", name: dashboardTexts.percent, className: num },
    ...(table.previousPoint ? [{ name: dashboardTexts.before, className: num }] : []),
    { sort: "change", name: isRatio(indicator) ? dashboardTexts.changeInPoints : dashboardTexts.change, className: num },
    ...(months.length > 0 ? [{ name: dashboardTexts.months }] : []),
    ...(isRatio(indicator) ? [] : ([
      ...bases.map((basis) => ({ ...fairColumns[basis], className: num })),
      { sort: "unreviewed", name: dashboardTexts.unreviewedColumn, className: num },
      { sort: "waiting", name: dashboardTexts.waitingColumn, className: num },
    ] as const)),
    { sort: "phones", name: dashboardTexts.phonesColumn, className: num },
  ];
}

const fairColumns = {
  members: { sort: "perMembers", name: dashboardTexts.perMembers },
  households: { sort: "perHouseholds", name: dashboardTexts.perHouseholds },
} as const;

/** The units below in the order of the address; with the unit's own and what has no place they add up to the total. */
export function UnitsTable({ dashboard, address }: { readonly dashboard: Dashboard; readonly address: DashboardAddress }) {
  const rows = sortedRows(dashboard, address);
  const units = rows.filter(({ ordinal }) => ordinal !== undefined);
  // With what nobody knows of any unit nobody is compared.
  const bases = rankingBases.filter((basis) => units.some(({ fair }) => fair[basis]));
  if (units.length === 0) return <p className="desk-dense text-ink-2">{dashboardTexts.noUnits}</p>;
  const current = orderOf(address, unitRows(dashboard.table, dashboard.indicator));
  return (
    <TablePanel
      title={dashboardTexts.units(formatCount(units.length), reportIndicatorNames[dashboard.indicator].short)}
      aside={dashboard.opens.entries && <p className="desk-caption text-ink-2">{dashboardTexts.unitsNote}</p>}
      className="units-table"
      below={dashboard.months.length > 0 && <MonthsTable dashboard={dashboard} rows={rows} />}
    >
      <thead>
        <tr>
          {columnsOf(dashboard, bases).map(({ sort, name, className }) =>
            sort ? <SortHeader key={name} sort={sort} name={name} className={className} address={address} current={current} /> : <th key={name} scope="col" className={className}>{name}</th>,
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => <UnitsRow key={row.key} row={row} dashboard={dashboard} bases={bases} address={address} />)}
      </tbody>
      <tfoot>
        <UnitsTotal dashboard={dashboard} bases={bases} />
      </tfoot>
    </TablePanel>
  );
}
