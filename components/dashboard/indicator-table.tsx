import { TableHead } from "@/components/ui/table-head";
import { targetOf } from "@/lib/domain/report/findings";
import { entryIndicators, stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { unitOf } from "./honest-numbers";
import { NumberLink } from "./number-link";
import { achievedWords, targetWords } from "./number-words";
import { TableBelow } from "./table-below";
import { WaitingCell } from "./waiting-cell";

const inOrder: readonly EntryIndicator[] = [...entryIndicators].sort((a, b) => reportIndicatorNames[a].number - reportIndicatorNames[b].number);

/** What is recorded by hand: each stage, what waits for evidence, the target. Every number opens its entries. */
export function IndicatorTable({ dashboard }: { readonly dashboard: Dashboard }) {
  const { total, point } = dashboard.table;
  return (
    <TableBelow summary={dashboardTexts.allNumbers}>
      <TableHead columns={[
        dashboardTexts.indicator, ...stages.map((stage) => ({ number: dashboardTexts[stage] })), dashboardTexts.waiting,
        { number: dashboardTexts.target(point.through.slice(0, 4)) }, { number: dashboardTexts.percent },
      ]} />
      <tbody>
        {inOrder.map((indicator) => (
          <tr key={indicator}>
            <th scope="row" className="row-name">{`${reportIndicatorNames[indicator].number}. ${reportIndicatorNames[indicator].full}`}</th>
            {stages.map((stage) => (
              <td key={stage} className="num">
                <NumberLink value={total.cells.counts[indicator][stage]} of={unitOf(dashboard)} indicator={indicator} stage={stage} dashboard={dashboard} />
              </td>
            ))}
            <td className="waiting">
              <WaitingCell waiting={dashboard.waiting.filter((row) => row.indicator === indicator)} of={unitOf(dashboard)} indicator={indicator} dashboard={dashboard} />
            </td>
            <td className="num">{targetWords(targetOf(total, indicator), indicator)}</td>
            <td className="num font-semibold">{achievedWords(total.cells.counts[indicator].matched, targetOf(total, indicator))}</td>
          </tr>
        ))}
      </tbody>
    </TableBelow>
  );
}
