import { wordsOf } from "../import/clean-cell";
import { columnNames } from "../import/column-names";
import { headerSearchRows } from "../import/header";
import type { Row } from "../import/row";
import { reportIndicators, type ReportIndicator } from "../report/report-table";

/** What indicators are called on screen and in the template; columns are known by any of it. */
export type IndicatorNames = Readonly<Record<ReportIndicator, { readonly number: number; readonly full: string; readonly short: string }>>;

/** Where a file of targets keeps what; data begins behind `rowNumber`. */
export type TargetColumns = {
  readonly rowNumber: number;
  readonly unit: number;
  readonly indicators: readonly { readonly indicator: ReportIndicator; readonly column: number }[];
};

/** The first row that names a column of units and one indicator at least; each indicator's first column is its own. */
export function findTargetColumns(rows: readonly Row[], names: IndicatorNames): TargetColumns | undefined {
  for (const { rowNumber, cells } of rows.slice(0, headerSearchRows)) {
    const unit = cells.findIndex((cell) => unitNames.has(wordsOf(cell)));
    const found = new Map<ReportIndicator, number>();
    for (const [column, cell] of cells.entries()) {
      const indicator = column === unit ? undefined : indicatorOf(cell, names);
      if (indicator && !found.has(indicator)) found.set(indicator, column);
    }
    if (unit >= 0 && found.size > 0) return { rowNumber, unit, indicators: [...found].map(([indicator, column]) => ({ indicator, column })) };
  }
  return undefined;
}

const unitNames = new Set<string>(columnNames.unit);

/** By its code, its number and a name, or a name alone. A number alone is the number of a column. */
function indicatorOf(cell: string, names: IndicatorNames): ReportIndicator | undefined {
  const words = wordsOf(cell);
  if (words === "") return undefined;
  return reportIndicators.find((code) => {
    const { number, full, short } = names[code];
    return [wordsOf(code), ...[full, short].flatMap((name) => [wordsOf(name), `${number} ${wordsOf(name)}`])].includes(words);
  }) ?? reportIndicators.find((code) => /^\d+ \D/.test(words) && words.startsWith(`${names[code].number} `) && /^\s*\d+\s*[.)]/.test(cell));
}
