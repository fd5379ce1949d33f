import "server-only";
import { changeOfCount, directionOf, sizeText, type ChangeFormat } from "@/lib/domain/report/change";
import { findIndicator } from "@/lib/domain/report/findings";
import type { DataParagraphKey, MonthlyReportData, PersonParagraphKey } from "@/lib/domain/report/monthly-report";
import { wholePercent } from "@/lib/domain/report/percent";
import { linesOf, type Annex, type ReportBlock, type ReportDocument } from "@/lib/domain/report/report-document";
import { annexIndicators } from "@/lib/domain/report/report-table";
import { documents } from "@/lib/text/documents";
import { addresseeText, reportHeadings, reportLetterhead, reportSubject, reportTitle } from "@/lib/text/report";
import { accountsText, annexesText, closingText, correctionsText, dossiersText, noDossiersText, officerBacklogText, phonesBacklogText, policeBacklogText, registerBacklogText, reviewBacklogText, scopeText, yearChangeText } from "@/lib/text/report-context";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { indicatorParagraph } from "@/lib/text/report-narrative";
import { annex1, annex2 } from "./annexes";

/**
 * The report that these data say, as in seed 000: what is composed of numbers, and between it what people wrote.
 * @param format of the changes in annex 2; `legacy` is how it has always been printed
 */
export function composeReport(data: MonthlyReportData, format: ChangeFormat = "legacy"): ReportDocument {
  const annexes = [annex1(data), annex2(data, format)].filter((annex) => annex !== undefined);
  const { table, paragraphs } = data;
  return {
    letterhead: reportLetterhead(table, data.heading),
    title: reportTitle,
    subject: reportSubject(table),
    addressee: addresseeText(table),
    body: [...opening(data), ...results(data, annexes), ...assessment(data), heading(1, reportHeadings.proposals), written(data, "proposals"), composed("closing", closingText(table))],
    ending: { recipientsHead: documents.recipients, recipients: linesOf(paragraphs.recipients?.text ?? ""), signer: linesOf(paragraphs.signer?.text ?? "") },
    annexes,
  };
}

function opening(data: MonthlyReportData): ReportBlock[] {
  return [written(data, "basis"), composed("scope", scopeText(data))];
}

function results(data: MonthlyReportData, annexes: readonly Annex[]): ReportBlock[] {
  const { table } = data;
  const paragraphs = annexIndicators.flatMap((one) => {
    const frame = { number: reportIndicatorNames[one].number, previousPoint: table.previousPoint };
    return [composed(`indicator.${one}`, indicatorParagraph(findIndicator(table, one), frame)), written(data, `remark.${one}`)];
  });
  return [heading(1, reportHeadings.results), ...paragraphs, composed("annexes", annexesText(annexes.length))];
}

function assessment(data: MonthlyReportData): ReportBlock[] {
  const { table, backlog, corrections } = data;
  const corrected = corrections ? [composed("corrections", correctionsText(corrections, (indicator) => reportIndicatorNames[indicator].number))] : [];
  return [
    heading(1, reportHeadings.assessment),
    heading(2, reportHeadings.strengths), written(data, "strengths"), ...context(data),
    heading(2, reportHeadings.limits), written(data, "limits"),
    composed("backlog.police", policeBacklogText(backlog, table.total.cells.counts.vneid_accounts)),
    ...(backlog.register ? [composed("backlog.register", registerBacklogText(backlog.register))] : []),
    ...(backlog.officer ? [composed("backlog.officer", officerBacklogText(backlog.officer))] : []),
    composed("backlog.review", reviewBacklogText(backlog)),
    composed("backlog.phones", phonesBacklogText(backlog)),
    ...corrected,
  ];
}

/** The province beside its volunteers; a unit has no register of its own to stand beside. */
function context({ table, context: { accounts, onlineDossiers } }: MonthlyReportData): ReportBlock[] {
  if (table.unit.kind !== "province") return [];
  const { member_accounts, citizen_accounts, online_dossiers } = table.total.cells.counts;
  const { through } = table.point;
  const helpedAccounts = member_accounts.matched + citizen_accounts.matched;
  return [
    composed("context.accounts", accountsText(through, accounts, helpedAccounts, shareOfAll(helpedAccounts, accounts))),
    composed("context.dossiers", onlineDossiers
      ? dossiersText(through, onlineDossiers, yearChange(onlineDossiers), online_dossiers.matched, shareOfAll(online_dossiers.matched, onlineDossiers.all))
      : noDossiersText(online_dossiers.matched)),
  ];
}

function yearChange({ all, yearBefore }: { readonly all: number; readonly yearBefore?: number | undefined }): string | undefined {
  if (yearBefore === undefined) return undefined;
  const change = changeOfCount(yearBefore, all);
  return yearChangeText(directionOf(change), sizeText(change));
}

/** A register that knows of fewer than were helped is incomplete: a share of it would say nothing. */
function shareOfAll(part: number, whole: number | undefined): number | undefined {
  return whole === undefined || part > whole ? undefined : wholePercent({ part, whole });
}

function heading(level: 1 | 2, text: string): ReportBlock {
  return { kind: "heading", level, text };
}

function composed(key: DataParagraphKey, text: string): ReportBlock {
  return { kind: "paragraph", key, origin: "data", text };
}

function written({ paragraphs }: MonthlyReportData, key: PersonParagraphKey): ReportBlock {
  const { text = "", carried = false } = paragraphs[key] ?? {};
  return { kind: "paragraph", key, origin: "person", text, carried };
}
