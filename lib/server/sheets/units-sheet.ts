import "server-only";
import { changeOfCount, changeOfRatio, changeText } from "@/lib/domain/report/change";
import { stages, type Stage } from "@/lib/domain/report/indicator";
import { isRatio, reportIndicators, valueOf, type CountIndicator, type RatioIndicator, type ReportLine, type ReportTable } from "@/lib/domain/report/report-table";
import { formatDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { SheetColumn, SheetRow, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import { dashboardAsked } from "@/lib/server/reports/dashboard-query";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { sheetTexts } from "@/lib/text/sheets";
import { aboutOf, boardTable } from "./board-table";
import { readIssuer } from "./read-issuer";
import type { SheetReader } from "./sheet";

const texts = sheetTexts.units;

/** A unit's own page, and in a workbook the units below it: /desk/dashboard. */
export const readUnitsSheet: SheetReader = async ({ person: { actor }, parameters, format, now }) => {
  const asked = dashboardAsked(actor, parameters, now);
  const dashboard = asked && !asked.isNowhere ? await readDashboard(actor, asked.address, now) : undefined;
  if (!dashboard) return undefined;
  const { table, organisations } = dashboard;
  return {
    fileName: sheetTexts.fileNames.units(table.point.through),
    // One page with its signatures on paper; the units below are wide.
    orientation: format === "docx" ? "portrait" : "landscape",
    tables: [
      unitTable(dashboard),
      ...(table.lines.length > 0 ? [boardTable(dashboard)] : []),
      ...(table.lines.length > 0 ? ([...stages].reverse().map((stage) => linesTable(table, stage))) : []),
      ...(organisations.length > 0 ? [organisationsTable(dashboard)] : []),
    ],
    issuer: { ...(await readIssuer(actor, table.unit.id)), signers: [sheetTexts.signers.made, sheetTexts.signers.unit] },
  };
};

/** The three numbers of each indicator against the unit's target, and what changed: one page. */
export function unitTable({ table, closedAsOf, waiting, onPhones }: Pick<Dashboard, "table" | "closedAsOf" | "waiting" | "onPhones">): SheetTable {
  const waitingFor = (indicator: CountIndicator) => waiting.filter((one) => one.indicator === indicator).reduce((sum, { count }) => sum + count, 0);
  return {
    name: texts.indicators,
    title: texts.title(table.unit.name),
    about: aboutOf(table),
    columns: [
      { head: texts.indicator, kind: "text", width: 36 }, { head: texts.target, kind: "count", width: 11 },
      ...stageColumns(), { head: texts.waiting, kind: "count", width: 10 }, { head: texts.reached, kind: "share", width: 11 }, { head: texts.before, kind: "count", width: 12 }, { head: texts.change, kind: "text", isRight: true, width: 11 },
    ],
    rows: reportIndicators.map((indicator) => (isRatio(indicator) ? ratioRow(table.total, indicator) : countRow(table.total, indicator, waitingFor(indicator)))),
    notes: [texts.besideNote, onPhones.total.entries === 0 ? texts.noneOnPhones : texts.onPhones(formatCount(onPhones.total.entries), formatCount(onPhones.total.phones)), texts.ratioNote, ...(closedAsOf ? [texts.closed(formatDate(closedAsOf))] : [texts.provisional])],
  };
}

function stageColumns(): SheetColumn[] {
  return stages.map((stage) => ({ head: texts.stages[stage], kind: "count", width: 11 }));
}

function countRow({ cells, previous, targets }: ReportLine, indicator: CountIndicator, waiting: number): SheetRow {
  const { number, short } = reportIndicatorNames[indicator];
  const [target, counts, before] = [targets[indicator], cells.counts[indicator], previous?.counts[indicator].matched];
  return [
    `${number}. ${short}`, target ?? null, ...stages.map((stage) => counts[stage]), waiting, target ? counts.matched / target : null,
    before ?? null, before === undefined ? null : changeText(changeOfCount(before, counts.matched), "vietnamese"),
  ];
}

/** A share has no stages: what it is a share of stands beside its name. */
function ratioRow({ cells, previous, targets }: ReportLine, indicator: RatioIndicator): SheetRow {
  const { number, short } = reportIndicatorNames[indicator];
  const [target, ratio, before] = [targets[indicator], cells.ratios[indicator], previous?.ratios[indicator]];
  const counts = ratio ? ` (${formatCount(ratio.part)}/${formatCount(ratio.whole)})` : "";
  return [
    `${number}. ${short}${counts}`, shareCell(target === undefined ? undefined : target / 100), null, null, shareCell(valueOf(cells, indicator)), null,
    target && ratio && ratio.whole > 0 ? (ratio.part / ratio.whole) / (target / 100) : null,
    shareCell(previous && valueOf(previous, indicator)), previous ? changeText(changeOfRatio(before, ratio), "vietnamese") : null,
  ];
}

function shareCell(share: number | undefined): SheetValue {
  return share === undefined ? null : { value: share, kind: "share" };
}

/** The units below by one stage; shares have none and stand with what is matched. What belongs to no unit has rows of its own. */
function linesTable(table: ReportTable, stage: Stage): SheetTable {
  const indicators = reportIndicators.filter((indicator) => stage === "matched" || !isRatio(indicator));
  const cellsOf = ({ members, cells }: ReportLine): SheetValue[] => [members, ...indicators.map((indicator) => valueOf(cells, indicator, stage) ?? null)];
  return {
    name: `${texts.children}, ${texts.stages[stage].toLowerCase()}`,
    title: texts.childrenTitle(table.unit.name, texts.stages[stage].toLowerCase()),
    about: aboutOf(table),
    columns: [
      { head: texts.unit, kind: "text", width: 34 }, { head: texts.members, kind: "count", width: 10 },
      ...indicators.map((indicator): SheetColumn => ({
        head: `${reportIndicatorNames[indicator].number}. ${reportIndicatorNames[indicator].short}`, kind: isRatio(indicator) ? "share" : "count", width: 13,
      })),
    ],
    rows: table.lines.map((line) => [line.place.kind === "unit" ? line.place.name : texts.places[line.place.kind], ...cellsOf(line)]),
    totals: [[sheetTexts.total, ...cellsOf(table.total)]],
  };
}

function organisationsTable({ table, organisations }: Dashboard): SheetTable {
  return {
    name: texts.organisations,
    title: texts.organisationsTitle,
    about: aboutOf(table),
    columns: [{ head: texts.organisation, kind: "text", width: 44 }, ...stageColumns(), { head: texts.target, kind: "count", width: 11 }],
    rows: organisations.map(({ name, target, ...counts }) => [name, ...stages.map((stage) => counts[stage]), target]),
  };
}
