"use client";
import { Fragment } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ReportDocument } from "@/lib/domain/report/report-document";
import type { ReportParagraphs } from "@/lib/domain/report/monthly-report";
import { reportTexts } from "@/lib/text/desk-reports";
import { DataParagraph } from "./data-paragraph";
import { DiscardDraft } from "./discard-draft";
import { PersonParagraph } from "./person-paragraph";
import { PublishReport } from "./publish-report";
import { ReportHead } from "./report-head";
import type { ParagraphHrefs } from "./report-href";
import { useReportEditor } from "./use-report-editor";

type Props = { readonly id: string; readonly version: number; readonly paragraphs: ReportParagraphs; readonly document: ReportDocument; readonly isFirst: boolean; readonly hrefs: ParagraphHrefs };

/** The composed report in its order, with room to write between what is drawn from the data. */
export function ReportEditor({ id, version, paragraphs, document, isFirst, hrefs }: Props) {
  const editing = useReportEditor(id, paragraphs, version);
  const { carriedKeys } = editing;
  return (
    <form noValidate aria-label={reportTexts.body} className="desk-panel report-sheet" onSubmit={(event) => { event.preventDefault(); editing.save(); }}>
      <div className="report-bar">
        <DenseButton look="main" type="submit" disabled={editing.saving}>{editing.saving ? reportTexts.saving : reportTexts.save}</DenseButton>
        {carriedKeys.length > 0 && <DenseButton onClick={() => editing.keep(carriedKeys)}>{reportTexts.keepAll(carriedKeys.length)}</DenseButton>}
        <p role="status" data-kind={editing.notice?.kind} className="report-notice">{editing.notice?.text}</p>
        <DiscardDraft id={id} version={editing.version} />
        <PublishReport id={id} version={editing.version} blocked={editing.hasUnsaved ? reportTexts.saveFirst : carriedKeys.length > 0 ? reportTexts.reviewFirst : undefined} />
      </div>
      <ReportHead document={document} />
      {document.body.map((block, index) => (
        <Fragment key={block.kind === "heading" ? `heading ${index}` : block.key}>
          {block.kind === "heading" && (block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>)}
          {block.kind === "paragraph" && (block.origin === "data" ? <DataParagraph text={block.text} href={hrefs[block.key]} /> : <PersonParagraph name={block.key} editing={editing} isFirst={isFirst} />)}
        </Fragment>
      ))}
      <PersonParagraph name="recipients" editing={editing} isFirst={isFirst} />
      <PersonParagraph name="signer" editing={editing} isFirst={isFirst} />
    </form>
  );
}
