import { satisfiedShare } from "@/lib/domain/survey/survey-summary";
import type { Month, PlaceResults } from "@/lib/protocol/survey-results";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatShare } from "@/lib/text/moment";

const width = 96;
const height = 24;
const edge = 4;

/** The share of the satisfied through the months, 0 to 100 %; a month with too few responses is a gap. */
export function ShareLine({ place, months }: { readonly place: PlaceResults; readonly months: readonly Month[] }) {
  const shares = place.byMonth.map(satisfiedShare);
  if (shares.every((share) => share === undefined)) return null;
  const x = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, months.length - 1);
  const y = (share: number) => height - edge - share * (height - 2 * edge);
  const dots = shares.flatMap((share, index) => (share === undefined ? [] : [{ index, x: x(index), y: y(share) }]));
  const values = months.map((month, index) => `${deskSurvey.monthName(month)} ${shareText(shares[index])}`).join(", ");
  return (
    <svg role="img" aria-label={deskSurvey.line(place.name, values)} width={width} height={height} className="survey-line">
      <path className="survey-line-ground" d={`M0 ${height - edge}H${width}`} />
      {dots.map((dot, at) => {
        const before = dots[at - 1];
        return before?.index === dot.index - 1 ? <path key={dot.index} className="survey-line-step" d={`M${before.x} ${before.y}L${dot.x} ${dot.y}`} /> : null;
      })}
      {dots.map((dot) => (
        <circle key={dot.index} className={dot.index === months.length - 1 ? "survey-dot-now" : "survey-dot"} cx={dot.x} cy={dot.y} r={dot.index === months.length - 1 ? 3 : 2} />
      ))}
    </svg>
  );
}

export function shareText(share: number | undefined): string {
  return share === undefined ? deskSurvey.noShare : formatShare(share);
}
