import { linesOf, type ReportDocument } from "@/lib/domain/report/report-document";
import { reportTexts } from "@/lib/text/desk-reports";
import { ReportHead } from "./report-head";

/** A published report, to be read. */
export function ReportBody({ document }: { readonly document: ReportDocument }) {
  const { body, ending } = document;
  return (
    <article aria-label={reportTexts.body} className="desk-panel report-sheet">
      <ReportHead document={document} />
      {body.map((block, index) => {
        if (block.kind === "heading") return block.level === 1 ? <h2 key={index}>{block.text}</h2> : <h3 key={index}>{block.text}</h3>;
        return linesOf(block.text).map((line, at) => <p key={`${block.key} ${at}`}>{line}</p>);
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
