import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { Month, ResultColumn } from "@/lib/protocol/survey-results";
import { deskSurvey } from "@/lib/text/desk-survey";
import { resultsHref } from "./survey-href";

const shown = 6;

/** The chosen month among its neighbours, up to this one. */
export function MonthChoice({ month, thisMonth, sort }: { readonly month: Month; readonly thisMonth: Month; readonly sort: ResultColumn }) {
  const last = [2, 1, 0].map((ahead) => monthsAfter(month, ahead)).find((candidate) => candidate <= thisMonth) ?? thisMonth;
  const months = Array.from({ length: shown }, (_, index) => monthsAfter(last, index - shown + 1));
  return (
    <nav aria-label={deskSurvey.month} className="survey-months">
      {months.map((each) => (
        <Link key={each} prefetch={false} href={resultsHref(each, sort)} className={denseButtonClass("bare")} aria-current={each === month ? "true" : undefined}>
          {deskSurvey.monthName(each)}
        </Link>
      ))}
    </nav>
  );
}

function monthsAfter(month: Month, count: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}
