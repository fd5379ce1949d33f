import "server-only";
import { entryIndicators, stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { IndicatorNumbers, UnitNumbers } from "@/lib/protocol/unit-numbers";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { periodOf, unitIdOf } from "@/lib/server/unit-numbers/number-query";
import { readUnitNumbers } from "@/lib/server/unit-numbers/read-unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { momentText } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetColumn, SheetReader, SheetTable } from "./sheet";

const texts = sheetTexts.units;
const inOrder: readonly EntryIndicator[] = [...entryIndicators].sort((a, b) => indicatorNames[a].number - indicatorNames[b].number);
const nameOf = (indicator: EntryIndicator) => `${indicatorNames[indicator].number}. ${indicatorNames[indicator].short}`;

/** A unit's numbers, those of the units below, and the articles of its organisations: /desk/units. */
export const readUnitsSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const [own] = supervisedUnits(actor);
  const unitId = "unit" in parameters ? unitIdOf(parameters) : own;
  const numbers = own && unitId ? await readUnitNumbers(actor, unitId, periodOf(parameters, localDateOf(now)), now) : undefined;
  if (!numbers) return undefined;
  const about = [sheetTexts.days(formatDate(numbers.period.from), formatDate(numbers.period.to)), sheetTexts.asOf(momentText(now))];
  return {
    fileName: sheetTexts.fileNames.units(numbers.period.to),
    orientation: "landscape",
    tables: [
      indicatorTable(numbers, about),
      ...(numbers.children.length > 0 ? [childrenTable(numbers, about)] : []),
      ...(numbers.organisations.length > 0 ? [organisationsTable(numbers, about)] : []),
    ],
  };
};

const stageColumns = (group?: string): SheetColumn[] => stages.map((stage) => ({ head: unitNumbers[stage], kind: "count", width: 11, ...(group ? { group } : {}) }));

function indicatorTable({ total, waiting, year }: UnitNumbers, about: readonly string[]): SheetTable {
  return {
    name: texts.indicators,
    title: texts.title(total.name),
    about,
    columns: [
      { head: unitNumbers.indicators, kind: "text", width: 44 }, ...stageColumns(),
      { head: unitNumbers.waiting, kind: "count", width: 11 }, { head: unitNumbers.target(year), kind: "count", width: 11 }, { head: unitNumbers.ofTarget, kind: "share", width: 14 },
    ],
    rows: inOrder.map((indicator) => {
      const target = total.targets[indicator];
      const waits = (waiting[indicator] ?? []).reduce((sum, { count }) => sum + count, 0);
      return [
        `${indicatorNames[indicator].number}. ${indicatorNames[indicator].full}`, ...stages.map((stage) => total.numbers[indicator][stage]),
        waits, target ?? null, target ? total.numbers[indicator].matched / target : null,
      ];
    }),
    notes: [unitNumbers.provisional],
  };
}

function childrenTable({ total, children, direct }: UnitNumbers, about: readonly string[]): SheetTable {
  const cells = (numbers: IndicatorNumbers) => inOrder.flatMap((indicator) => stages.map((stage) => numbers[indicator][stage]));
  const hasDirect = cells(direct).some((count) => count !== 0);
  return {
    name: texts.children,
    title: texts.childrenTitle(total.name),
    about,
    columns: [{ head: unitNumbers.unit, kind: "text", width: 34 }, ...inOrder.flatMap((indicator) => stageColumns(nameOf(indicator)))],
    rows: [...children.map(({ name, numbers }) => [name, ...cells(numbers)]), ...(hasDirect ? [[unitNumbers.direct, ...cells(direct)]] : [])],
    totals: [[unitNumbers.total, ...cells(total.numbers)]],
  };
}

function organisationsTable({ organisations, year }: UnitNumbers, about: readonly string[]): SheetTable {
  return {
    name: texts.organisations,
    title: texts.organisationsTitle,
    about,
    columns: [{ head: unitNumbers.organisation, kind: "text", width: 44 }, ...stageColumns(), { head: unitNumbers.target(year), kind: "count", width: 11 }],
    rows: organisations.map(({ name, target, ...counts }) => [name, ...stages.map((stage) => counts[stage]), target]),
  };
}
