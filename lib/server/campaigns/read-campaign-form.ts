import "server-only";
import type { CampaignPlan } from "@/lib/domain/household/campaign";
import type { Actor } from "@/lib/domain/people/actor";
import { comparePlaces } from "@/lib/domain/text/compare";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { CampaignForm, NamedId } from "@/lib/protocol/campaigns";
import { supervisedUnits, withActor, type Transaction } from "@/lib/server/database/with-actor";

/**
 * What is chosen from when a campaign is planned. The plan is undefined for a new one.
 * @returns undefined alike for an unknown campaign and for one that is not the person's to change
 */
export function readCampaignForm(actor: Actor, campaignId: string | undefined, now: string): Promise<CampaignForm | undefined> {
  return withActor(actor, async (tx) => {
    const plan = campaignId === undefined ? undefined : await loadPlan(tx, campaignId);
    if (campaignId !== undefined && !plan) return undefined;
    const today = localDateOf(now);
    const units = await tx.$queryRaw<NamedId[]>`
      select id, name from unit where id = any (${plan ? [plan.unitId] : supervisedUnits(actor)}::uuid[]) order by sort_order, name`;
    const teams = await tx.$queryRaw<NamedId[]>`
      select id, name from unit
      where id = any (${plan?.areas.map(({ teamId }) => teamId) ?? []}::uuid[])
        or (kind = 'team' and app_supervises(id) and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to))
      order by sort_order, name`;
    const communes = await tx.$queryRaw<(NamedId & { hamlets: NamedId[] })[]>`
      select commune.id, commune.name, json_agg(json_build_object('id', hamlet.id, 'name', hamlet.name)) as hamlets
      from area hamlet join area commune on commune.id = hamlet.parent_id
      where hamlet.kind = 'hamlet' and hamlet.valid_from <= ${today}::date and (hamlet.valid_to is null or ${today}::date < hamlet.valid_to)
      group by commune.id`;
    for (const { hamlets } of communes) hamlets.sort((a, b) => comparePlaces(a.name, b.name));
    return { plan, units, teams, communes: communes.sort((a, b) => comparePlaces(a.name, b.name)) };
  });
}

async function loadPlan(tx: Transaction, campaignId: string): Promise<CampaignPlan | undefined> {
  const [plan] = await tx.$queryRaw<CampaignPlan[]>`
    select campaign.id, campaign.unit_id as "unitId", campaign.name, campaign."from"::text as "from", campaign.through::text as through, campaign.goal,
           coalesce((
             select json_agg(json_build_object('areaId', sent.area_id, 'teamId', sent.team_id, 'householdCount', sent.household_count)
                             order by area.parent_id, area.name, area.id, sent.team_id)
             from campaign_area sent join area on area.id = sent.area_id
             where sent.campaign_id = campaign.id), '[]') as areas
    from campaign where campaign.id = ${campaignId}::uuid and app_supervises(campaign.unit_id) and campaign.closed_at is null`;
  return plan;
}
