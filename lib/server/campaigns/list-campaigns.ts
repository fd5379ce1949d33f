import "server-only";
import { campaignStateOf } from "@/lib/domain/household/campaign";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { CampaignSummary } from "@/lib/protocol/campaigns";
import { withActor } from "@/lib/server/database/with-actor";

/** Campaigns of the units that the person supervises, and those that send one of their teams somewhere; running ones first. */
export function listCampaigns(actor: Actor, now: string): Promise<CampaignSummary[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<CampaignSummary, "state"> & { closed: boolean })[]>`
      select campaign.id, campaign.name, unit.name as "unitName", campaign."from"::text as "from", campaign.through::text as through,
             campaign.goal, campaign.closed_at is not null as closed, app_supervises(campaign.unit_id) as "mayEdit"
      from campaign join unit on unit.id = campaign.unit_id
      where app_supervises(campaign.unit_id) or exists (
        select from campaign_area sent where sent.campaign_id = campaign.id and app_supervises(sent.team_id))
      order by campaign."from" desc, campaign.name, campaign.id limit 200`;
    const today: LocalDate = localDateOf(now);
    const campaigns = rows.map(({ closed, ...campaign }) => ({ ...campaign, state: campaignStateOf({ ...campaign, closed }, today) }));
    return campaigns.sort((a, b) => order[a.state] - order[b.state]);
  });
}

const order = { running: 0, planned: 1, ended: 2, closed: 2 } as const;
