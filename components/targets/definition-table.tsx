import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { denseButtonClass } from "@/components/ui/dense-button";
import { isRatio, reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { formatDate } from "@/lib/domain/time/local-date";
import type { IndicatorDefinition, IndicatorDefinitions } from "@/lib/protocol/targets";
import { definitionTexts } from "@/lib/text/desk-targets";
import { outcomeNames } from "@/lib/text/outcomes";
import { reportIndicatorNames } from "@/lib/text/report-indicators";

/** What each indicator counts, and for which days: the data that the numbers are drawn by. */
export function DefinitionTable({ definitions, mayChange }: { readonly definitions: IndicatorDefinitions; readonly mayChange: boolean }) {
  return (
    <TablePanel
      title={definitionTexts.title}
      className="target-definitions"
      aside={mayChange && <p><Link className={denseButtonClass()} href="/desk/rules">{definitionTexts.change}</Link></p>}
      below={<p className="panel-note desk-dense">{definitionTexts.about}</p>}
    >
      <TableHead columns={[
        definitionTexts.days, definitionTexts.counts, definitionTexts.window, definitionTexts.evidence, definitionTexts.credit,
      ]} />
      {reportIndicators.map((indicator) => <Definitions key={indicator} indicator={indicator} versions={definitions[indicator] ?? []} />)}
    </TablePanel>
  );
}

function Definitions({ indicator, versions }: { readonly indicator: ReportIndicator; readonly versions: readonly IndicatorDefinition[] }) {
  const { number, full } = reportIndicatorNames[indicator];
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={5} className="target-indicator">{`${number}. ${full}`}</th></tr>
      {versions.map((version) => (
        <tr key={version.from}>
          <td data-label={definitionTexts.days}>{daysOf(version)}</td>
          <td data-label={definitionTexts.counts}>{countsOf(version)}</td>
          <td data-label={definitionTexts.window}>{formatDate(version.windowFrom)}</td>
          <td data-label={definitionTexts.evidence}>{definitionTexts.sources[version.evidence]}</td>
          <td data-label={definitionTexts.credit}>{definitionTexts.credits[version.credit] ?? version.credit}</td>
        </tr>
      ))}
      {versions.length === 0 && <tr><td colSpan={5}>{isRatio(indicator) ? definitionTexts.fixed[indicator] : definitionTexts.undefined}</td></tr>}
    </tbody>
  );
}

function daysOf({ from, through }: IndicatorDefinition): string {
  return through ? definitionTexts.between(formatDate(from), formatDate(through)) : definitionTexts.since(formatDate(from));
}

function countsOf({ outcomeKinds, ageFrom, ageThrough, onlineOnly, oncePerSubject }: IndicatorDefinition): string {
  const ages = ageFrom !== undefined && ageThrough !== undefined ? definitionTexts.ages(ageFrom, ageThrough)
    : ageFrom !== undefined ? definitionTexts.agesFrom(ageFrom) : ageThrough !== undefined && definitionTexts.agesThrough(ageThrough);
  return [
    ...outcomeKinds.map((kind) => outcomeNames[kind].short),
    ages, onlineOnly && definitionTexts.onlineOnly, oncePerSubject && definitionTexts.oncePerSubject,
  ].filter(Boolean).join("; ");
}
