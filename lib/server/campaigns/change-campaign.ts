import "server-only";
import { parseCampaign, type CampaignPlan } from "@/lib/domain/household/campaign";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ChangeCampaign } from "@/lib/protocol/campaigns";
import { insertRows } from "@/lib/server/database/insert-rows";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";

type Changed = Promise<Result<{ readonly id: string }, Refusal>>;

/** Makes, changes or ends a campaign of a unit that the person supervises. Unknown and forbidden look alike. */
export async function changeCampaign(actor: Actor, change: ChangeCampaign, now: string): Changed {
  if (change.action === "close") return withActor(actor, (tx) => closeCampaign(tx, change.id, now));
  const parsed = parseCampaign(change.plan);
  if (!parsed.ok) return err(parsed.error[0] ?? { code: "malformed" });
  const plan = parsed.value;
  return withActor(actor, async (tx) => {
    const [known] = await tx.$queryRaw<{ supervised: boolean; closed: boolean }[]>`
      select app_supervises(unit_id) as supervised, closed_at is not null as closed from campaign where id = ${plan.id}::uuid`;
    if (known && !known.supervised) return err({ code: "unknownOrForbidden" });
    if (known?.closed) return err({ code: "notAllowedInThisState" });
    const problem = await problemOf(tx, plan, known !== undefined, now);
    if (problem) return err(problem);
    await writeCampaign(tx, actor, plan, now);
    await writeAreas(tx, actor, plan);
    return ok({ id: plan.id });
  });
}

async function closeCampaign(tx: Transaction, id: string, now: string): Changed {
  const closed = await tx.$executeRaw`update campaign set closed_at = coalesce(closed_at, ${now}::timestamptz) where id = ${id}::uuid`;
  return closed > 0 ? ok({ id }) : err({ code: "unknownOrForbidden" }); // the wall hides campaigns of other units from the update
}

type Checked = { readonly place: number; readonly hamlet: boolean; readonly team: boolean; readonly seen: boolean };

/**
 * Rows that were there may stay whoever's team they name. A new one needs a hamlet of today, a team of the person's,
 * and a hamlet whose households nobody knows or the person sees: a campaign shows them to its teams.
 */
async function problemOf(tx: Transaction, plan: CampaignPlan, isKnown: boolean, now: string): Promise<Refusal | undefined> {
  if (!isKnown) {
    const [unit] = await tx.$queryRaw<{ supervised: boolean }[]>`select app_supervises(${plan.unitId}::uuid) as supervised`;
    if (!unit?.supervised) return { code: "unknownOrForbidden", field: "unitId" };
  }
  const today = localDateOf(now);
  const checked = await tx.$queryRaw<Checked[]>`
    select (asked.place - 1)::int as place,
           exists (select from area where area.id = asked.area_id and kind = 'hamlet' and valid_from <= ${today}::date
                   and (valid_to is null or ${today}::date < valid_to)) as hamlet,
           app_supervises(asked.team_id) and exists (select from unit where unit.id = asked.team_id and kind = 'team') as team,
           asked.area_id = any ((select app_areas())::uuid[]) or not hamlet_known(asked.area_id) as seen
    from unnest(${plan.areas.map(({ areaId }) => areaId)}::uuid[], ${plan.areas.map(({ teamId }) => teamId)}::uuid[]) with ordinality as asked (area_id, team_id, place)
    where not exists (
      select from campaign_area known
      where known.campaign_id = ${plan.id}::uuid and known.area_id = asked.area_id and known.team_id = asked.team_id)
    order by asked.place`;
  const wrong = checked.find(({ hamlet, team, seen }) => !hamlet || !team || !seen);
  if (!wrong) return undefined;
  if (!wrong.team) return { code: "unknownOrForbidden", field: `areas.${wrong.place}.teamId` };
  return { code: wrong.hamlet ? "hamletOfOthers" : "unknownOrForbidden", field: `areas.${wrong.place}.areaId` };
}

async function writeCampaign(tx: Transaction, actor: Actor, { id, unitId, name, from, through, goal }: CampaignPlan, now: string): Promise<void> {
  const changed = await tx.$executeRaw`
    update campaign set name = ${name}, "from" = ${from}::date, through = ${through}::date, goal = ${goal} where id = ${id}::uuid`;
  if (changed > 0) return;
  await tx.$executeRaw`
    insert into campaign (id, province_id, unit_id, name, "from", through, goal, created_by_id, created_at)
    values (${id}::uuid, ${actor.provinceId}::uuid, ${unitId}::uuid, ${name}, ${from}::date, ${through}::date, ${goal}, ${actor.userId}::uuid, ${now}::timestamptz)`;
}

async function writeAreas(tx: Transaction, { provinceId }: Actor, { id, areas }: CampaignPlan): Promise<void> {
  const rows = areas.map(({ areaId, teamId, householdCount }) => ({ area_id: areaId, team_id: teamId, household_count: householdCount }));
  const asked = JSON.stringify(rows);
  await tx.$executeRaw`
    delete from campaign_area where campaign_id = ${id}::uuid and (area_id, team_id) not in (
      select area_id, team_id from json_populate_recordset(null::campaign_area, ${asked}::json))`;
  await tx.$executeRaw`
    update campaign_area known set household_count = r.household_count from json_populate_recordset(null::campaign_area, ${asked}::json) r
    where known.campaign_id = ${id}::uuid and known.area_id = r.area_id and known.team_id = r.team_id`;
  const known = await tx.$queryRaw<{ areaId: string; teamId: string }[]>`
    select area_id as "areaId", team_id as "teamId" from campaign_area where campaign_id = ${id}::uuid`;
  const there = new Set(known.map(({ areaId, teamId }) => `${areaId} ${teamId}`));
  const added = rows.filter(({ area_id, team_id }) => !there.has(`${area_id} ${team_id}`));
  await insertRows(tx, "campaign_area", { province_id: provinceId, campaign_id: id }, added);
}
