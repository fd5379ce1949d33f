"use client";

import Link from "next/link";
import { useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import { TablePanel } from "@/components/ui/table-panel";
import { isRatio, reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { ruledValue, ruleOf, type TargetRule } from "@/lib/domain/targets/target-value";
import type { TargetGrid as Grid, TargetRow } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { GridBar } from "./grid-bar";
import { cellsToPaste, stepFrom } from "./grid-keys";
import { valueIn } from "./target-drafts";
import { TargetGridRow } from "./target-grid-row";
import { targetHref } from "./targets-href";
import { useTargetDrafts } from "./use-target-drafts";

/** A year's targets: the unit's own, what those below add up to beside it, and each of those. */
export function TargetGrid({ grid }: { readonly grid: Grid }) {
  const { unit, children, year } = grid;
  const typed = useTargetDrafts(grid);
  const table = useRef<HTMLDivElement>(null);
  const rows = [unit, ...children];
  const mayEdit = rows.some((row) => row.mayEdit);
  const rulings = ruledCells(rows);
  // A unit's own number of members is no target that anybody gave it; articles are asked of each organisation of it.
  const fillable = rulings.filter(({ rule, row }) => rule === "perOrganisation" || row.id !== unit.id);
  const follow = (cells: readonly RuledCell[]) => typed.typeMany(cells.map(({ row, indicator, rule }) => [row, indicator, rule]));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = stepFrom(event, table.current);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const cells = cellsToPaste(event, rows);
    if (!cells) return;
    event.preventDefault();
    typed.typeMany(cells);
  };
  return (
    <div ref={table} onKeyDown={onKeyDown} onPaste={onPaste} className="target-grid">
      <TablePanel
        title={targetTexts.grid(unit.name, year)}
        aside={<p className="desk-caption text-ink-2">{mayEdit ? targetTexts.keys : targetTexts.readOnly}</p>}
        below={mayEdit && (
          <GridBar
            typed={typed} rules={[...new Set(fillable.map(({ rule }) => rule))]} staleCount={rulings.filter(({ isStale }) => isStale).length}
            onFollow={(asked) => follow(fillable.filter(({ rule }) => rule === asked))}
            onFollowAgain={() => follow(rulings.filter(({ isStale }) => isStale))}
          />
        )}
      >
        <thead>
          <tr>
            <th scope="col" className="corner">{targetTexts.unit}</th>
            <th scope="col" className="num">{targetTexts.members}</th>
            {reportIndicators.map((indicator) => (
              <th key={indicator} scope="col" className="target-head" title={reportIndicatorNames[indicator].full}>
                {`${reportIndicatorNames[indicator].number}. ${reportIndicatorNames[indicator].short}`}{isRatio(indicator) && ` (${targetTexts.percent})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="target-own">
          <TargetGridRow row={unit} drafts={typed.drafts[unit.id]} onType={typed.type} onForget={typed.forget} name={<>{unit.name}<span className="target-note">{targetTexts.own}</span></>} />
          {children.length > 0 && (
            <tr className="target-sum">
              <th scope="row" className="row-name">{targetTexts.sum}</th>
              <td className="num">{formatCount(children.reduce((sum, { members }) => sum + members, 0))}</td>
              {reportIndicators.map((indicator) => <td key={indicator} className="num">{isRatio(indicator) ? "–" : formatCount(children.reduce((sum, row) => sum + (valueIn(row, indicator, typed.drafts[row.id]?.[indicator]) ?? 0), 0))}</td>)}
            </tr>
          )}
        </tbody>
        <tbody>
          {children.map((row) => (
            <TargetGridRow
              key={row.id} row={row} drafts={typed.drafts[row.id]} onType={typed.type} onForget={typed.forget}
              name={row.hasChildren ? <Link prefetch={false} href={targetHref({ unitId: row.id, year })}>{row.name}</Link> : row.name}
            />
          ))}
          {children.length === 0 && <tr><td colSpan={reportIndicators.length + 2} className="text-ink-2">{targetTexts.noChildren}</td></tr>}
        </tbody>
      </TablePanel>
    </div>
  );
}

type RuledCell = { readonly row: TargetRow; readonly indicator: ReportIndicator; readonly rule: TargetRule; readonly isStale: boolean };

/** Cells that may follow a rule, and whether what they followed has changed since. */
function ruledCells(rows: readonly TargetRow[]): RuledCell[] {
  return rows.filter(({ mayEdit }) => mayEdit).flatMap((row) => reportIndicators.flatMap((indicator) => {
    const rule = ruleOf(indicator);
    if (!rule || ruledValue(rule, row) === 0) return [];
    const set = row.targets[indicator];
    return [{ row, indicator, rule, isStale: set?.ruled === true && set.value !== ruledValue(rule, row) }];
  }));
}
