import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { isRatio } from "@/lib/domain/report/report-table";
import { isRule } from "@/lib/domain/targets/target-value";
import type { PlannedTarget } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";

/** All of a province's direct units with all indicators; of more the first are shown. */
const shown = 400;

/** Cell by cell what would be set, before anything is. */
export function PlannedTable({ title, changes }: { readonly title: string; readonly changes: readonly PlannedTarget[] }) {
  return (
    <TablePanel title={title} aside={changes.length > shown && <p className="desk-caption text-ink-2">{targetTexts.copyFirst(formatCount(shown))}</p>}>
      <TableHead columns={[targetTexts.unit, targetTexts.indicator, { number: targetTexts.from }, { number: targetTexts.to }]} />
      <tbody>
        {changes.slice(0, shown).map(({ unitId, unitName, indicator, from, to, value }) => {
          const unit = isRatio(indicator) ? targetTexts.percent : "";
          return (
            <tr key={`${unitId} ${indicator}`}>
              <th scope="row" className="row-name">{unitName}</th>
              <td>{`${reportIndicatorNames[indicator].number}. ${reportIndicatorNames[indicator].short}`}</td>
              <td className="num text-ink-2">{from === null ? targetTexts.unset : `${formatCount(from)}${unit}`}</td>
              <td className="num">{`${formatCount(value)}${unit}`}{isRule(to) && <span className="target-note">{targetTexts.rule[to]}</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </TablePanel>
  );
}
