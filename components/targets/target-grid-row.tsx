"use client";

import { memo, type ReactNode } from "react";
import { reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { ruleOf } from "@/lib/domain/targets/target-value";
import type { TargetRow } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { TargetCell } from "./target-cell";
import { savedText, type Draft, type RowDrafts } from "./target-drafts";

type Props = {
  readonly row: TargetRow;
  readonly drafts: RowDrafts | undefined;
  readonly name: ReactNode;
  readonly onType: (row: TargetRow, indicator: ReportIndicator, text: Draft["text"]) => void;
  readonly onForget: (row: TargetRow, indicator: ReportIndicator) => void;
};

/** A unit's targets. Drawn anew only when something of it changes: a province has hundreds of cells. */
export const TargetGridRow = memo(function TargetGridRow({ row, drafts, name, onType, onForget }: Props) {
  return (
    <tr>
      <th scope="row" className="row-name">{name}</th>
      <td className="num">{formatCount(row.members)}</td>
      {reportIndicators.map((indicator) => row.mayEdit
        ? <TargetCell key={indicator} row={row} indicator={indicator} draft={drafts?.[indicator]} onType={(text) => onType(row, indicator, text)} onForget={() => onForget(row, indicator)} />
        : <ReadCell key={indicator} row={row} indicator={indicator} />)}
    </tr>
  );
}, (before, after) => before.row === after.row && before.drafts === after.drafts);

function ReadCell({ row, indicator }: { readonly row: TargetRow; readonly indicator: ReportIndicator }) {
  const [target, rule] = [row.targets[indicator], ruleOf(indicator)];
  return (
    <td className="num">
      {target ? savedText(target.value) : <span className="text-ink-3"><span aria-hidden>–</span><span className="sr-only">{targetTexts.unset}</span></span>}
      {target?.ruled && rule && <span className="target-note">{targetTexts.rule[rule]}</span>}
    </td>
  );
}
