import Link from "next/link";
import { formatDate } from "@/lib/domain/time/local-date";
import type { CampaignSummary } from "@/lib/protocol/campaigns";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatCount } from "@/lib/text/moment";
import { campaignHref } from "./campaign-href";

/** All campaigns that the person plans or sends a team to; the running ones first. */
export function CampaignList({ campaigns, openId }: { readonly campaigns: readonly CampaignSummary[]; readonly openId: string | undefined }) {
  return (
    <nav aria-label={campaignTexts.chooseCampaign}>
      <ul className="campaign-list">
        {campaigns.map(({ id, name, unitName, from, through, goal, state }) => (
          <li key={id}>
            <Link prefetch={false} href={campaignHref(id)} aria-current={id === openId ? "true" : undefined}>
              <span className="desk-dense font-semibold text-ink">{name}</span>
              <span>{`${campaignTexts.states[state]}, ${campaignTexts.days(formatDate(from), formatDate(through))}`}</span>
              <span>{`${unitName}, ${campaignTexts.goal(formatCount(goal))}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
