import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { withActor } from "@/lib/server/database/with-actor";
import type { RuleUnit } from "@/lib/protocol/rules";

/** Units that can be kept out of the numbers: direct units and the organisations below them, as the tree stands on a day. */
export function listRuleUnits(actor: Actor, now: string): Promise<RuleUnit[]> {
  return withActor(actor, (tx) => tx.$queryRaw<RuleUnit[]>`
    select unit.id, unit.name, coalesce(direct.name, unit.name) as "groupName"
    from unit
    left join unit_ancestor step on step.unit_id = unit.id and step.valid_from <= scheme_day(${now}::timestamptz)
      and (step.valid_to is null or scheme_day(${now}::timestamptz) < step.valid_to)
      and exists (select from unit above where above.id = step.ancestor_id and above.kind = 'directUnit')
    left join unit direct on direct.id = step.ancestor_id
    where unit.kind in ('directUnit', 'grassroots') and (unit.valid_to is null or scheme_day(${now}::timestamptz) < unit.valid_to)
    order by direct.sort_order, direct.name, unit.kind = 'directUnit' desc, unit.name`);
}
