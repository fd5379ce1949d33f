import { unitNumbers } from "@/lib/text/desk-units";

export function BulletLegend() {
  return (
    <p className="panel-legend" aria-hidden>
      <span><svg width="12" height="12"><rect className="bullet-recorded" x="0.75" y="0.75" width="10.5" height="10.5" rx="2.5" /></svg>{unitNumbers.legendRecorded}</span>
      <span><svg width="12" height="12"><rect className="bullet-confirmed" width="12" height="12" rx="3" /></svg>{unitNumbers.legendConfirmed}</span>
      <span><svg width="12" height="12"><rect className="bullet-matched" width="12" height="12" rx="3" /></svg>{unitNumbers.legendMatched}</span>
      <span><svg width="12" height="14"><rect className="bullet-target" x="5" width="2.5" height="14" /></svg>{unitNumbers.legendTarget}</span>
    </p>
  );
}
