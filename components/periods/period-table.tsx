import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { entryIndicators, stages } from "@/lib/domain/report/indicator";
import { formatDate } from "@/lib/domain/time/local-date";
import type { PeriodNumbers } from "@/lib/protocol/periods";
import { periodTexts } from "@/lib/text/desk-periods";
import { formatCount } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import { CorrectedCells, CorrectedHead } from "./corrected-cells";
import { periodEntriesHref, periodHref } from "./periods-href";

/** The period's numbers as they were closed, indicator by indicator, and beside them what later decisions correct. */
export function PeriodTable({ numbers: { period, unit, total } }: { readonly numbers: PeriodNumbers }) {
  const corrected = entryIndicators.filter((indicator) => stages.some((stage) => total[indicator][stage].correction !== 0));
  return (
    <TablePanel
      title={`${unit.name}, ${periodTexts.days(formatDate(period.from), formatDate(period.through))}`}
      aside={<p className="desk-caption text-ink-2">{periodTexts.asOf(formatDate(period.asOf))}</p>}
      below={<p className="panel-note desk-dense">{corrected.length === 0 ? periodTexts.noCorrections : periodTexts.corrections(formatCount(corrected.length))}</p>}
    >
      <CorrectedHead first={periodTexts.indicator} />
      <tbody>
        {entryIndicators.map((indicator) => (
          <tr key={indicator}>
            <th scope="row" className="row-name">
              <Link prefetch={false} href={periodHref(period.id, { unitId: unit.id, indicator })}>{`${indicatorNames[indicator].number}. ${indicatorNames[indicator].full}`}</Link>
            </th>
            <CorrectedCells numbers={total[indicator]} name={indicatorNames[indicator].short} hrefOf={periodEntriesHref(period, unit.id, indicator)} />
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
