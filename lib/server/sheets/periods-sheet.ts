import "server-only";
import { entryIndicators, stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import { formatDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetTable } from "@/lib/protocol/sheets";
import type { CorrectedNumbers, PeriodNumbers } from "@/lib/protocol/periods";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { askedPeriodOf } from "@/lib/server/periods/asked-period";
import { listPeriods, readPeriodNumbers } from "@/lib/server/periods/read-periods";
import { periodTexts } from "@/lib/text/desk-periods";
import { indicatorNames } from "@/lib/text/outcomes";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

/** A closed period with what was decided since; of the chosen indicator also by unit: /desk/periods. */
export const readPeriodsSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const [own] = supervisedUnits(actor);
  if (!own) return undefined;
  const { periodId = (await listPeriods(actor))[0]?.id, unitId = own, indicator } = askedPeriodOf(parameters);
  const numbers = periodId ? await readPeriodNumbers(actor, periodId, unitId, now) : undefined;
  if (!numbers) return undefined;
  const { from, through, asOf } = numbers.period;
  const about = [sheetTexts.days(formatDate(from), formatDate(through)), periodTexts.asOf(formatDate(asOf))];
  return {
    fileName: sheetTexts.fileNames.periods(through),
    orientation: "landscape",
    tables: [totalTable(numbers, about), ...(indicator ? [unitsTable(numbers, indicator, about)] : [])],
  };
};

const columns = (first: string): SheetColumn[] => [
  { head: first, kind: "text", width: 40 },
  ...stages.flatMap((stage) => [periodTexts.closed, periodTexts.correction].map((head): SheetColumn => ({ head, group: periodTexts.stages[stage], kind: "count", width: 11 }))),
];
const cells = (numbers: CorrectedNumbers[EntryIndicator]) => stages.flatMap((stage) => [numbers[stage].closed, numbers[stage].correction]);

function totalTable({ unit, total }: PeriodNumbers, about: readonly string[]): SheetTable {
  return {
    name: sheetTexts.periods.tab,
    title: sheetTexts.periods.title(unit.name),
    about,
    columns: columns(periodTexts.indicator),
    rows: entryIndicators.map((indicator) => [`${indicatorNames[indicator].number}. ${indicatorNames[indicator].full}`, ...cells(total[indicator])]),
  };
}

function unitsTable({ unit, children, direct, total }: PeriodNumbers, indicator: EntryIndicator, about: readonly string[]): SheetTable {
  const own = cells(direct[indicator]);
  return {
    name: sheetTexts.periods.byUnit,
    title: `${periodTexts.byUnit(indicatorNames[indicator].short)}: ${unit.name}`,
    about,
    columns: columns(periodTexts.unit),
    rows: [...children.map(({ name, numbers }) => [name, ...cells(numbers[indicator])]), ...(own.some((count) => count !== 0) ? [[periodTexts.direct, ...own]] : [])],
    totals: [[periodTexts.total, ...cells(total[indicator])]],
  };
}
