"use client";

import type { KeyboardEvent } from "react";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import type { ReportIndicator } from "@/lib/domain/report/report-table";
import { ruledValue, ruleOf } from "@/lib/domain/targets/target-value";
import type { TargetRow } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";
import { cellState, savedText, type Draft } from "./target-drafts";

type Props = {
  readonly row: TargetRow;
  readonly indicator: ReportIndicator;
  readonly draft: Draft | undefined;
  readonly onType: (text: Draft["text"]) => void;
  readonly onForget: () => void;
};

/** One target to fill in, with what there is to say about it below. */
export function TargetCell({ row, indicator, draft, onType, onForget }: Props) {
  const { text, isChanged, isRuled, problem, now } = cellState(row, indicator, draft);
  const id = `${row.id}-${indicator}`;
  const said = [
    problem && refusals[problem],
    now !== undefined && `${refusals.targetChangedSince} (${targetTexts.is(now === null ? targetTexts.unset : savedText(now))})`,
  ].filter(Boolean).join(" ");
  const rule = ruleOf(indicator);
  const ruled = rule && ruledValue(rule, row);
  // A number that is the rule's already has nothing to take over.
  const mayFollow = ruled !== undefined && ruled > 0 && text !== formatCount(ruled);
  const isStale = isRuled && !isChanged && row.targets[indicator]?.value !== ruled;
  const escape = (event: KeyboardEvent) => event.key === "Escape" && onForget();
  return (
    <td className="target-cell" data-changed={isChanged || undefined}>
      <input
        id={id} type="text" inputMode="decimal" autoComplete="off" value={text} data-indicator={indicator} data-unit={row.id}
        aria-label={targetTexts.cell(reportIndicatorNames[indicator].short, row.name)}
        aria-invalid={problem ? true : undefined} aria-describedby={said ? `${id}-says` : undefined}
        onChange={({ target }) => onType(target.value)} onKeyDown={escape}
      />
      {isRuled && rule && <span className="target-note">{targetTexts.rule[rule]}</span>}
      {isStale && rule && <span className="target-note" data-tone="warn">{targetTexts.ruleStale[rule](formatCount(ruled ?? 0))}</span>}
      {rule && mayFollow && (!isRuled || isStale) && (
        <button type="button" className="target-rule" aria-label={`${targetTexts.ruleCell[rule](formatCount(ruled))}. ${targetTexts.takeRule[rule](row.name)}`} onClick={() => onType(rule)}>{targetTexts.ruleCell[rule](formatCount(ruled))}</button>
      )}
      {said && <span id={`${id}-says`} className="target-note" data-tone={problem ? "bad" : "warn"}>{said}</span>}
    </td>
  );
}
