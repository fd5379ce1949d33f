import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { formatDate } from "@/lib/domain/time/local-date";
import type { Waiting } from "@/lib/domain/report/monthly-report";
import type { Corrections, ReportChecks } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { DifferencesTable } from "./differences-table";

const { checks: texts } = reportTexts;
const shownCorrections = 12;

/** What stands beside the numbers: seen before they are published, and told in the report. */
export function ChecksPanel({ checks, corrections }: { readonly checks: ReportChecks; readonly corrections: Corrections | undefined }) {
  const { backlog: { phones, review }, waiting, silent, sumsAgree, isClosed, carried } = checks;
  const corrected = corrections?.differences ?? [];
  return (
    <section className="desk-panel report-checks" aria-label={texts.title}>
      <h2 className="desk-head">{texts.title}</h2>
      <dl>
        <Check name={texts.phones} isFine={phones.open === 0}>
          {phones.open === 0 ? texts.phonesNone : since(texts.phonesSome(formatCount(phones.open), formatCount(phones.phones)), phones)}
        </Check>
        <Check name={texts.review} isFine={review.open === 0}>
          {review.open === 0 ? texts.reviewNone : since(texts.reviewSome(formatCount(review.open)), review)}
        </Check>
        <Check name={texts.evidence} isFine={waiting.length === 0}>
          {waiting.length === 0 ? texts.evidenceNone : (
            <ul>
              {waiting.map((sum) => (
                <li key={`${sum.indicator} ${sum.standing}`}>
                  {reportIndicatorNames[sum.indicator].short}: {since(`${formatCount(sum.open)} ${texts.standings[sum.standing]}`, sum)}
                </li>
              ))}
            </ul>
          )}
        </Check>
        <Check name={texts.silent} isFine={silent.length === 0}>
          {silent.length === 0 ? texts.silentNone : silent.join(", ")}
        </Check>
        <Check name={texts.sums} isFine={sumsAgree}>{sumsAgree ? texts.sumsAgree : texts.sumsDiffer}</Check>
        <Check name={texts.period} isFine={isClosed}>{isClosed ? texts.closed : texts.provisional}</Check>
        <Check name={texts.carried} isFine={carried === 0}>{carried === 0 ? texts.carriedNone : texts.carriedSome(carried)}</Check>
        <Check name={texts.corrections} isFine={corrected.length === 0}>
          {corrections ? (corrected.length === 0 ? texts.correctionsNone(corrections.number) : texts.correctionsSome(formatCount(corrected.length), corrections.number)) : texts.noneBefore}
          {corrected.length > 0 && <DifferencesTable differences={corrected} most={shownCorrections} name={texts.corrections} />}
        </Check>
      </dl>
    </section>
  );
}

function Check({ name, isFine, children }: { readonly name: string; readonly isFine: boolean; readonly children: ReactNode }) {
  const Icon = isFine ? CircleCheck : CircleAlert;
  return (
    <div className={isFine ? "report-check" : "report-check report-look"}>
      <dt>
        <Icon aria-hidden size={16} strokeWidth={1.8} />
        {name}
        <span className="report-verdict">{isFine ? texts.ok : texts.look}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function since(text: string, { oldest }: Waiting): string {
  return oldest ? `${text}, ${texts.oldest(formatDate(oldest))}` : text;
}
