import { SurveyQrCode } from "@/components/survey/survey-qr-code";
import { Poster } from "@/components/ui/poster";
import type { SurveyCode } from "@/lib/domain/survey/survey-code";
import { desk } from "@/lib/text/desk";
import { surveySheet as texts } from "@/lib/text/desk-survey";

/** What lies on the counter. */
export function SurveySheet({ code, place }: { readonly code: SurveyCode; readonly place: string }) {
  return (
    <Poster
      title={texts.title} back={{ href: "/desk/survey", label: texts.back }} print={texts.print}
      brand={desk.product} name={place} heading={texts.heading}
      code={<SurveyQrCode code={code} place={place} />}
      foot={<>{texts.volunteers}<br />{texts.code(code)}</>}
    >
      <p className="poster-how">{texts.how}</p>
      <p>{texts.anonymous}</p>
      <p className="poster-warning">{texts.warning}</p>
    </Poster>
  );
}
