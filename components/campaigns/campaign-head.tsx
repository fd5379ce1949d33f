import type { ReactNode } from "react";
import { formatDate } from "@/lib/domain/time/local-date";
import type { CampaignProgress, CampaignSummary } from "@/lib/protocol/campaigns";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatCount, formatShare } from "@/lib/text/moment";
import { GoalBar } from "./progress-bar";

/** The open campaign: when, by whom, and how far against its goal. */
export function CampaignHead({
  campaign,
  progress,
  actions,
}: {
  readonly campaign: CampaignSummary;
  readonly progress: CampaignProgress;
  readonly actions: ReactNode;
}) {
  const { name, unitName, from, through, goal, state, mayEdit } = campaign;
  const { informed } = progress.total;
  return (
    <section className="desk-panel campaign-head" aria-labelledby="campaign-name">
      <div className="min-w-0">
        <h2 id="campaign-name" className="desk-title">{name}</h2>
        <p className="desk-dense text-ink-2">
          {`${campaignTexts.days(formatDate(from), formatDate(through))}, ${campaignTexts.states[state]}, ${unitName}`}
        </p>
        {!mayEdit && <p className="desk-dense text-ink-2">{campaignTexts.readOnly}</p>}
      </div>
      <div className="campaign-goal">
        <p className="desk-dense font-semibold">{campaignTexts.ofGoal(formatCount(informed), formatCount(goal), formatShare(informed / goal))}</p>
        <GoalBar informed={informed} goal={goal} />
      </div>
      {mayEdit && state !== "closed" && <div className="campaign-actions">{actions}</div>}
    </section>
  );
}
