import { cleanCell, wordsOf } from "../import/clean-cell";
import { columnName } from "../import/mapping";
import type { Row } from "../import/row";
import type { RefusalCode } from "../refusal";
import type { ReportIndicator } from "../report/report-table";
import { err, ok, type Result } from "../result";
import type { TargetColumns } from "./target-columns";
import { readTarget, ruleOf, targetRules, type TargetRule } from "./target-value";

/** Finds the unit that a row names; refuses what is unknown, ambiguous, or not the reader's to set. */
export type FindTargetUnit = (text: string) => Result<{ readonly id: string; readonly name: string }, RefusalCode>;

/** A cell of a file that says a target, or that it follows its rule. */
export type TargetCell = {
  readonly unitId: string;
  readonly unitName: string;
  readonly indicator: ReportIndicator;
  readonly wish: number | TargetRule;
};

/** What is wrong in which cell, as Excel names it. */
export type TargetProblem = { readonly row: number; readonly column: string; readonly code: RefusalCode };

/**
 * All that the rows behind the names say. An empty cell says nothing: what is set stays. A unit twice with another
 * value is a problem of the later row.
 * @param ruleWords what stands in a cell whose target follows a rule, folded words
 */
export function readTargetRows(rows: readonly Row[], columns: TargetColumns, findUnit: FindTargetUnit, ruleWords: Readonly<Record<TargetRule, string>>): { cells: TargetCell[]; problems: TargetProblem[] } {
  const cells = new Map<string, TargetCell>();
  const problems: TargetProblem[] = [];
  for (const { rowNumber, cells: texts } of rows) {
    const name = cleanCell(texts[columns.unit] ?? "");
    if (rowNumber <= columns.rowNumber || isBeside(name)) continue;
    const said = columns.indicators.map(({ indicator, column }) => ({ indicator, column, read: readWish(texts[column] ?? "", indicator, ruleWords) }));
    // A unit that nobody knows is asked about only where something is said of it.
    if (said.every(({ read }) => read.ok && read.value === undefined)) continue;
    const unit = findUnit(name);
    if (!unit.ok) {
      problems.push({ row: rowNumber, column: columnName(columns.unit), code: unit.error });
      continue;
    }
    for (const { indicator, column, read } of said) {
      const complain = (code: RefusalCode) => problems.push({ row: rowNumber, column: columnName(column), code });
      if (!read.ok) complain(read.error);
      else if (read.value !== undefined) {
        const key = `${unit.value.id} ${indicator}`;
        const before = cells.get(key);
        if (before && before.wish !== read.value) complain("rowRepeated");
        else cells.set(key, { unitId: unit.value.id, unitName: unit.value.name, indicator, wish: read.value });
      }
    }
  }
  return { cells: [...cells.values()], problems };
}

function readWish(text: string, indicator: ReportIndicator, ruleWords: Readonly<Record<TargetRule, string>>): Result<TargetCell["wish"] | undefined, RefusalCode> {
  const words = wordsOf(text);
  const rule = targetRules.find((one) => ruleWords[one] === words);
  if (!rule) return readTarget(text, indicator);
  return ruleOf(indicator) === rule ? ok(rule) : err("targetNotNumber");
}

/** Sums, numbers of columns and empty rows are no units. */
function isBeside(name: string): boolean {
  return name === "" || /^\(?\d{1,3}\)?$/.test(name) || /^(tong|cong|tong cong|tong so|cong cac don vi ben duoi)$/.test(wordsOf(name));
}
