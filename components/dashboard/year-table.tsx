import { TableHead } from "@/components/ui/table-head";
import { stages } from "@/lib/domain/report/indicator";
import { isRatio } from "@/lib/domain/report/report-table";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { unitOf } from "./honest-numbers";
import { NumberLink } from "./number-link";
import { valueWords } from "./number-words";
import { ShareLink } from "./share-link";
import { pathAt } from "./pace";
import { TableBelow } from "./table-below";
import { withDays, yearOf } from "./with-days";
import { yearPoints } from "./year-points";

/** The numbers of the year's line. */
export function YearTable({ dashboard }: { readonly dashboard: Dashboard }) {
  const { indicator } = dashboard;
  const heads = isRatio(indicator)
    ? [dashboardTexts.part, dashboardTexts.whole, dashboardTexts.share]
    : [...stages.map((stage) => dashboardTexts[stage]), dashboardTexts.path];
  return (
    <TableBelow summary={dashboardTexts.yearTable}>
      <TableHead columns={[dashboardTexts.year(dashboard.table.point.through.slice(0, 4)), ...heads.map((head) => ({ number: head }))]} />
      <tbody>
        {yearPoints(dashboard).map(({ day, month, sums }) => {
          const path = pathAt(dashboard, indicator, day);
          const then = withDays(dashboard, { ...(dashboard.yearStart ? {} : { first: yearOf(day) }), through: day });
          const of = unitOf(dashboard);
          const share = { part: sums.part ?? 0, whole: sums.whole ?? 0 };
          const cells = isRatio(indicator)
            ? [...(["part", "whole"] as const).map((part) => <ShareLink key={part} words={formatCount(share[part])} of={of} indicator={indicator} dashboard={then} part={part} />), valueWords(share)]
            : [...stages.map((stage) => <NumberLink key={stage} value={sums[stage] ?? 0} of={of} indicator={indicator} stage={stage} dashboard={then} />), path === undefined ? "–" : formatCount(Math.round(path))];
          return (
            <tr key={month}>
              <th scope="row" className="row-name">{dashboardTexts.atMonth(month)}</th>
              {cells.map((cell, index) => <td key={heads[index]} className="num">{cell}</td>)}
            </tr>
          );
        })}
      </tbody>
    </TableBelow>
  );
}
