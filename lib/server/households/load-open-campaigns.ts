import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { recordableUnits } from "@/lib/server/changes/recordable-units";
import type { Transaction } from "@/lib/server/database/with-actor";

/** How long before its first day a campaign is on phones: its households are fetched where there is a network. */
const daysAhead = 14;

/** Campaigns that run on this day or begin soon and send a team of the person somewhere, with the hamlets of these teams only. */
export async function loadOpenCampaigns(tx: Transaction, actor: Actor, day: LocalDate): Promise<BriefedCampaign[]> {
  const units = recordableUnits(actor, day);
  if (!actor.active || units.length === 0) return [];
  return tx.$queryRaw`
    select campaign.id, campaign.name, campaign."from"::text as "from", campaign.through::text as through, campaign.goal,
           json_agg(json_build_object('id', area.id, 'name', area.name, 'communeName', coalesce(commune.name, ''), 'teamId', sent.team_id,
             'householdCount', sent.household_count) order by commune.name, area.name, area.id, sent.team_id) as areas
    from campaign
    join campaign_area sent on sent.campaign_id = campaign.id
    join area on area.id = sent.area_id
    left join area commune on commune.id = area.parent_id
    where campaign."from" <= ${addDays(day, daysAhead)}::date and ${day}::date <= campaign.through and campaign.closed_at is null
      and sent.team_id = any (with_forerunners(array(
        select unit_id from unit_ancestor
        where ancestor_id = any (${units}::uuid[]) and valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to)), ${day}::date))
    group by campaign.id
    order by campaign."from", campaign.name, campaign.id`;
}
