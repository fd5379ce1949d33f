import { Lock } from "lucide-react";
import { linesOf } from "@/lib/domain/report/report-document";
import { reportTexts } from "@/lib/text/desk-reports";
import { BehindLink } from "./behind-link";

/** Composed from the data: read, and never typed. */
export function DataParagraph({ text, href }: { readonly text: string; readonly href: string | undefined }) {
  return (
    <div className="report-data">
      <p className="report-origin" title={reportTexts.fromDataHint}>
        <Lock aria-hidden size={14} strokeWidth={1.8} />
        {reportTexts.fromData}
        <BehindLink href={href} />
      </p>
      {linesOf(text).map((line) => <p key={line}>{line}</p>)}
    </div>
  );
}
