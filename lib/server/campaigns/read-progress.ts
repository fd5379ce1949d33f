import "server-only";
import { addCounts, countsOf, type VisitedCounts } from "@/lib/domain/household/campaign-counts";
import type { Actor } from "@/lib/domain/people/actor";
import { comparePlaces } from "@/lib/domain/text/compare";
import type { CampaignProgress } from "@/lib/protocol/campaigns";
import { withActor } from "@/lib/server/database/with-actor";

/**
 * How far a campaign is, by hamlet: what the last visits within its days found. Only hamlets whose households the
 * person may see; of others nothing could be counted.
 */
export function readProgress(actor: Actor, campaignId: string): Promise<CampaignProgress> {
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select area.id as "areaId", area.name, coalesce(commune.name, '') as "communeName", sent.teams as "teamNames", sent.planned,
             sent.area_id = any ((select app_areas())::uuid[]) as visible, found.*
      from (
        select campaign_area.campaign_id, area_id, max(household_count) as planned, array_agg(unit.name order by unit.sort_order, unit.name) as teams
        from campaign_area join unit on unit.id = campaign_area.team_id
        where campaign_id = ${campaignId}::uuid group by campaign_area.campaign_id, area_id
      ) sent
      join campaign on campaign.id = sent.campaign_id
      join area on area.id = sent.area_id
      left join area commune on commune.id = area.parent_id
      cross join lateral (
        select count(*)::int as known,
               count(*) filter (where during and last_result = 'informed')::int as informed,
               count(*) filter (where during and last_result = 'absent')::int as absent,
               count(*) filter (where during and last_result = 'refused')::int as refused,
               count(*) filter (where during and last_result = 'moved')::int as moved
        from (
          select last_result, last_visit_on between campaign."from" and campaign.through as during
          from household where household.area_id = sent.area_id and merged_into_id is null
        ) household
      ) found`;
    const inOrder = rows.sort((a, b) => comparePlaces(a.communeName, b.communeName) || comparePlaces(a.name, b.name));
    const hamlets = inOrder.filter(({ visible }) => visible).map(({ planned, known, visible: _, ...row }) => {
      const { areaId, name, communeName, teamNames, ...visited } = row;
      return { areaId, name, communeName, teamNames, ...countsOf(visited, planned, known) };
    });
    return { hamlets, total: addCounts(hamlets), partial: hamlets.length < rows.length };
  });
}

type Row = VisitedCounts & {
  readonly areaId: string;
  readonly name: string;
  readonly communeName: string;
  readonly teamNames: readonly string[];
  readonly planned: number;
  readonly known: number;
  readonly visible: boolean;
};
