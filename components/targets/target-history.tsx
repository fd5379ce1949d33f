import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import { isRatio, type ReportIndicator } from "@/lib/domain/report/report-table";
import { ruleOf } from "@/lib/domain/targets/target-value";
import type { TargetHistoryRow } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount, momentText } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { historyHref } from "./targets-href";

type Props = {
  readonly title: string;
  readonly rows: readonly TargetHistoryRow[];
  readonly hasMore: boolean;
  readonly asked: { readonly unitId: string; readonly year: number; readonly indicator?: ReportIndicator; readonly page: number };
};

/** Who set what, when, from what to what, and how. */
export function TargetHistory({ title, rows, hasMore, asked }: Props) {
  const { page, indicator } = asked;
  const pageLink = (to: number, text: string) => <Link className={denseButtonClass()} prefetch={false} href={historyHref(asked, { ...(indicator ? { indicator } : {}), page: to })}>{text}</Link>;
  return (
    <TablePanel title={title} none={rows.length === 0 && targetTexts.historyNone} below={(page > 1 || hasMore) && <nav aria-label={targetTexts.pages} className="target-actions target-pages">{page > 1 && pageLink(page - 1, targetTexts.newer)}{hasMore && pageLink(page + 1, targetTexts.older)}</nav>}>
      <TableHead columns={[
        targetTexts.when, targetTexts.who, targetTexts.unit, targetTexts.indicator, { number: targetTexts.from },
        { number: targetTexts.to }, targetTexts.how,
      ]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="whitespace-nowrap tabular-nums">{momentText(row.at)}</td>
            <td>{row.name ?? "–"}</td>
            <th scope="row" className="row-name">{row.unitName}</th>
            <td>{`${reportIndicatorNames[row.indicator].number}. ${reportIndicatorNames[row.indicator].short}`}</td>
            <td className="num text-ink-2">{valueText(row.from, row.indicator, targetTexts.unset)}</td>
            <td className="num">{valueText(row.to, row.indicator, targetTexts.taken)}</td>
            <td>{howText(row)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}

function valueText(value: number | undefined, indicator: ReportIndicator, none: string): string {
  return value === undefined ? none : `${formatCount(value)}${isRatio(indicator) ? targetTexts.percent : ""}`;
}

function howText({ origin, ruled, indicator }: TargetHistoryRow): string {
  const how = origin ? targetTexts.origins[origin] : targetTexts.withScheme;
  const rule = ruled ? ruleOf(indicator) : undefined;
  return rule ? targetTexts.byRule(how, rule) : how;
}
