import { linesOf, type ReportDocument } from "@/lib/domain/report/report-document";
import { reportTexts } from "@/lib/text/desk-reports";
import { BehindLink } from "./behind-link";
import { ReportHead } from "./report-head";
import type { ParagraphHrefs } from "./report-href";

/** A published report, to be read. */
export function ReportBody({ document, hrefs }: { readonly document: ReportDocument; readonly hrefs: ParagraphHrefs }) {
  const { body, ending } = document;
  return (
    <article aria-label={reportTexts.body} className="desk-panel report-sheet">
      <ReportHead document={document} />
      {body.map((block, index) => {
        if (block.kind === "heading") return block.level === 1 ? <h2 key={index}>{block.text}</h2> : <h3 key={index}>{block.text}</h3>;
        const lines = linesOf(block.text);
        const href = block.origin === "data" ? hrefs[block.key] : undefined;
        return lines.map((line, at) => <p key={`${block.key} ${at}`}>{line}{at === lines.length - 1 && <> <BehindLink href={href} /></>}</p>);
      })}
      <div className="report-letterhead">
        <p className="text-left">
          <strong>{ending.recipientsHead}</strong>
          {ending.recipients.map((line) => <span key={line} className="block">{line}</span>)}
        </p>
        <p>{ending.signer.map((line) => <strong key={line} className="block">{line}</strong>)}</p>
      </div>
    </article>
  );
}
