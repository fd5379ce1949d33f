import { dashboardTexts } from "@/lib/text/desk-dashboard";

/** What the marks of bars mean. */
export function BulletLegend({ pace = false, provisional = false }: { readonly pace?: boolean; readonly provisional?: boolean }) {
  return (
    <p className="panel-legend" aria-hidden>
      <span><svg width="12" height="12"><rect className="bullet-recorded" x="0.75" y="0.75" width="10.5" height="10.5" rx="2.5" /></svg>{dashboardTexts.legendRecorded}</span>
      <span><svg width="12" height="12"><rect className="bullet-confirmed" width="12" height="12" rx="3" /></svg>{dashboardTexts.legendConfirmed}</span>
      <span><svg width="12" height="12"><rect className="bullet-matched" width="12" height="12" rx="3" /></svg>{dashboardTexts.legendMatched}</span>
      {provisional && (
        <span><svg width="12" height="12"><rect className="bullet-matched" width="12" height="12" rx="3" /><rect width="12" height="12" rx="3" fill="url(#provisional)" /></svg>{dashboardTexts.legendProvisional}</span>
      )}
      <span><svg width="12" height="14"><rect className="bullet-target" x="5" width="2.5" height="14" /></svg>{dashboardTexts.legendTarget}</span>
      {pace && <span><svg width="12" height="14"><line className="bullet-pace" x1="6" x2="6" y1="0" y2="14" /></svg>{dashboardTexts.legendPace}</span>}
    </p>
  );
}
