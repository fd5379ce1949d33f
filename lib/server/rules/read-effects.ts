import "server-only";
import type { RuleEffect } from "@/lib/protocol/rules";
import type { Transaction } from "@/lib/server/database/with-actor";

/**
 * What a change moved in the tallies, by direct unit, indicator and stage; with it what they said before. A unit's place
 * is that of the day of activity; who is below no direct unit stands alone.
 */
export function readEffects(tx: Transaction, batch: string): Promise<RuleEffect[]> {
  return tx.$queryRaw<RuleEffect[]>`
    with moved as (
      select coalesce(above.id, unit.id) as unit_id, tally.indicator, tally.stage, sum(tally.delta)::int as delta
      from tally join unit on unit.id = tally.unit_id
      left join lateral (
        select direct.id from unit_ancestor step join unit direct on direct.id = step.ancestor_id and direct.kind = 'directUnit'
        where step.unit_id = tally.unit_id and step.valid_from <= tally.happened_on and (step.valid_to is null or tally.happened_on < step.valid_to)
        limit 1) above on true
      where tally.batch_id = ${batch}::uuid
      group by 1, 2, 3 having sum(tally.delta) <> 0
    )
    select moved.unit_id as "unitId", unit.name as "unitName", moved.indicator, moved.stage, moved.delta,
           coalesce((
             select sum(known.delta) from unit_ancestor step
             join tally known on known.unit_id = step.unit_id and known.indicator = moved.indicator and known.stage = moved.stage
               and step.valid_from <= known.happened_on and (step.valid_to is null or known.happened_on < step.valid_to)
             where step.ancestor_id = moved.unit_id), 0)::int - moved.delta as before
    from moved join unit on unit.id = moved.unit_id
    order by unit.sort_order, unit.name, moved.indicator, moved.stage`;
}
