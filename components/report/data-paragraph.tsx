import { Lock } from "lucide-react";
import { linesOf } from "@/lib/domain/report/report-document";
import { reportTexts } from "@/lib/text/desk-reports";

/** Composed from the data: read, and never typed. */
export function DataParagraph({ text }: { readonly text: string }) {
  return (
    <div className="report-data">
      <p className="report-origin" title={reportTexts.fromDataHint}>
        <Lock aria-hidden size={14} strokeWidth={1.8} />
        {reportTexts.fromData}
      </p>
      {linesOf(text).map((line) => <p key={line}>{line}</p>)}
    </div>
  );
}
