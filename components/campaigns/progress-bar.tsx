import type { CampaignCounts } from "@/lib/domain/household/campaign-counts";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatCount } from "@/lib/text/moment";

/**
 * Households of a hamlet as one bar: met filled, to come back to outlined, refused or moved in between, the rest the
 * track. Drawn with attributes only, because the content security policy allows no inline styles.
 */
export function ProgressBar({ name, counts: { households, informed, absent, refused, moved, notYet } }: { readonly name: string; readonly counts: CampaignCounts }) {
  const other = refused + moved;
  const label = campaignTexts.chart(name, formatCount(informed), formatCount(absent), formatCount(other), formatCount(notYet));
  const share = (value: number) => (households > 0 ? (100 * value) / households : 0);
  const parts = [
    { key: "informed", from: 0, value: informed },
    { key: "other", from: informed, value: other },
    { key: "absent", from: informed + other, value: absent },
  ].filter(({ value }) => value > 0);
  return (
    <svg role="img" aria-label={label} className="campaign-bar" width="100%" height="18">
      <rect className="bar-track" y="4" width="100%" height="10" rx="3" />
      {parts.map(({ key, from, value }) => (
        <rect key={key} className={`bar-${key}`} x={`${share(from)}%`} y={key === "absent" ? "4.75" : "4"} width={`${share(value)}%`} height={key === "absent" ? "8.5" : "10"} />
      ))}
    </svg>
  );
}

/** Met against the goal. */
export function GoalBar({ informed, goal }: { readonly informed: number; readonly goal: number }) {
  return (
    <svg role="img" aria-label={campaignTexts.goalChart(formatCount(informed), formatCount(goal))} className="campaign-bar" width="100%" height="18">
      <rect className="bar-track" y="4" width="100%" height="10" rx="3" />
      {informed > 0 && <rect className="bar-informed" y="4" width={`${Math.min(100, (100 * informed) / goal)}%`} height="10" rx="3" />}
    </svg>
  );
}

export function ProgressLegend() {
  const { legend } = campaignTexts;
  return (
    <p className="panel-legend">
      {(["informed", "other", "absent", "notYet"] as const).map((key) => (
        <span key={key}>
          <svg aria-hidden width="18" height="12"><rect className={key === "notYet" ? "bar-track" : `bar-${key}`} x="1" y="1" width="16" height="10" rx="2" /></svg>
          {legend[key]}
        </span>
      ))}
    </p>
  );
}
