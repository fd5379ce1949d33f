import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { SurveyQrCode } from "@/components/survey/survey-qr-code";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { SurveyCode } from "@/lib/domain/survey/survey-code";
import { desk } from "@/lib/text/desk";
import { surveySheet } from "@/lib/text/desk-survey";
import { PrintButton } from "./print-button";

/** What lies on the counter: one A5 page, black on white, with words that need no volunteer to explain them. */
export function SurveySheet({ code, place }: { readonly code: SurveyCode; readonly place: string }) {
  return (
    <>
      <header className="desk-top">
        <Link href="/desk/survey" className={denseButtonClass("bare")}>
          <ArrowLeft aria-hidden size={16} />
          {surveySheet.back}
        </Link>
        <h1 className="desk-title">{surveySheet.title}</h1>
        <PrintButton />
      </header>
      <article className="sheet" aria-label={place}>
        <p className="sheet-brand">{desk.product}</p>
        <p className="sheet-place">{place}</p>
        <h2 className="sheet-heading">{surveySheet.heading}</h2>
        <SurveyQrCode code={code} place={place} className="sheet-code" />
        <p className="sheet-how">{surveySheet.how}</p>
        <p>{surveySheet.anonymous}</p>
        <p className="sheet-warning">{surveySheet.warning}</p>
        <p className="sheet-foot">{surveySheet.volunteers}<br />{surveySheet.code(code)}</p>
      </article>
    </>
  );
}
