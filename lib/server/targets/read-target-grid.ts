import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { canSetTarget } from "@/lib/domain/targets/permission";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { TargetGrid, TargetRow } from "@/lib/protocol/targets";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { planCopy } from "./plan-copy";
import { daysOfYear, readRuleBases, readSpoken } from "./target-cells";
import { findTargetPath } from "./target-unit";

type Unit = { readonly id: string; readonly name: string; readonly hasChildren: boolean };

/**
 * A unit's own targets of a year and those of the units directly below it: by the trees of that year, so that bodies
 * that went or came within it are both there.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readTargetGrid(actor: Actor, unitId: string, year: number, now: string): Promise<TargetGrid | undefined> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const path = await findTargetPath(tx, actor, unitId, today);
    const own = path?.at(-1);
    if (!path || !own) return undefined;
    const children = await readChildren(tx, unitId, year, today);
    const ids = [unitId, ...children.map(({ id }) => id)];
    const [spoken, basesOf, paths] = [await readSpoken(tx, ids, year), await readRuleBases(tx, ids, today), await loadUnitPaths(tx, ids)];
    const targets = [...spoken.values()];
    const rowOf = ({ id, name, hasChildren }: Unit): TargetRow => ({
      id, name, hasChildren,
      mayEdit: canSetTarget(actor, paths(id, today) ?? [], today),
      ...basesOf(id),
      targets: Object.fromEntries(targets.filter(({ unitId: of }) => of === id).map(({ indicator, value, ruled }) => [indicator, { value, ruled }])),
    });
    const copy = await planCopy(tx, actor, { unitId, year }, now);
    return { year, unit: rowOf({ ...own, hasChildren: children.length > 0 }), children: children.map(rowOf), parents: path.slice(0, -1), copyable: copy.length };
  });
}

function readChildren(tx: Transaction, unitId: string, year: number, today: LocalDate): Promise<Unit[]> {
  const { first, last } = daysOfYear(year, today);
  return tx.$queryRaw<Unit[]>`
    select unit.id, unit.name,
           exists (select from unit_parent below where below.parent_id = unit.id and below.valid_from <= ${last}::date and (below.valid_to is null or ${first}::date < below.valid_to)) as "hasChildren"
    from unit
    where unit.id in (select unit_id from unit_parent where parent_id = ${unitId}::uuid and valid_from <= ${last}::date and (valid_to is null or ${first}::date < valid_to))
    order by unit.sort_order, unit.name`;
}
