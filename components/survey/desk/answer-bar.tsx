import { satisfactions } from "@/lib/domain/survey/survey-answers";
import { shownCount, type SurveySummary } from "@/lib/domain/survey/survey-summary";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatShare } from "@/lib/text/moment";

/**
 * Satisfied, neutral, unsatisfied, side by side: filled, light, hatched, so that it also reads in grey. The
 * numbers stand in the same row. Drawn with attributes only: the content security policy allows no inline styles.
 */
export function AnswerBar({ place, summary }: { readonly place: string; readonly summary: SurveySummary }) {
  const { answers } = summary;
  if (!answers) return <span className="survey-few">{summary.count > 0 ? deskSurvey.tooFew : ""}</span>;
  const share = (value: (typeof satisfactions)[number]) => answers.satisfaction[value] / shownCount(summary);
  const starts = { satisfied: 0, neutral: share("satisfied"), unsatisfied: share("satisfied") + share("neutral") };
  const label = deskSurvey.bar(place, formatShare(share("satisfied")), formatShare(share("neutral")), formatShare(share("unsatisfied")));
  return (
    <svg role="img" aria-label={label} width="100%" height="16" className="survey-bar">
      {satisfactions.map((value) => share(value) > 0 && (
        <rect key={value} className={`survey-${value}`} x={`${100 * starts[value]}%`} y="1" width={`${100 * share(value)}%`} height="14" />
      ))}
    </svg>
  );
}

/** What the three fills mean, once for the table; carries the pattern that the bars hatch with. */
export function AnswerLegend() {
  return (
    <p className="panel-legend" aria-hidden>
      {satisfactions.map((value) => (
        <span key={value}>
          <svg width="14" height="12" className="survey-bar">
            {value === "unsatisfied" && (
              <defs>
                <pattern id="survey-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect className="survey-hatch-ground" width="5" height="5" />
                  <rect className="survey-hatch-line" width="2.5" height="5" />
                </pattern>
              </defs>
            )}
            <rect className={`survey-${value}`} x="0.5" y="0.5" width="13" height="11" />
          </svg>
          {deskSurvey.legend[value]}
        </span>
      ))}
    </p>
  );
}
