import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { reportIndicators } from "@/lib/domain/report/report-table";
import { canSetTarget } from "@/lib/domain/targets/permission";
import { ruledValue, ruleOf } from "@/lib/domain/targets/target-value";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { PlannedTarget } from "@/lib/protocol/targets";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { cellKey, daysOfYear, readRuleBases, readSpoken } from "./target-cells";
import { findTargetPath } from "./target-unit";

type Row = Omit<PlannedTarget, "from" | "to"> & { readonly ruled: boolean };

/**
 * What the year before says of cells that this year leaves open, at and below a unit, of units that are still there and
 * whose targets the person sets. What followed a rule follows it as of today.
 */
export async function planCopy(tx: Transaction, actor: Actor, { unitId, year }: { readonly unitId: string; readonly year: number }, now: string): Promise<PlannedTarget[]> {
  const today = localDateOf(now);
  const { first, last } = daysOfYear(year, today);
  const rows = await tx.$queryRaw<Row[]>`
    select before.unit_id as "unitId", unit.name as "unitName", before.indicator, before.value::float8 as value, before.rule is not null as ruled
    from target before
    join unit on unit.id = before.unit_id and unit.valid_from <= ${last}::date and (unit.valid_to is null or ${first}::date < unit.valid_to)
    where before.year = ${year - 1} and before.superseded_at is null
      and before.unit_id in (select below.unit_id from unit_ancestor below where below.ancestor_id = ${unitId}::uuid and below.valid_from <= ${last}::date and (below.valid_to is null or ${first}::date < below.valid_to))
    order by unit.sort_order, unit.name, unit.id, array_position(${[...reportIndicators]}, before.indicator)`;
  const ids = [...new Set(rows.map((row) => row.unitId))];
  const [paths, spoken] = [await loadUnitPaths(tx, ids), await readSpoken(tx, ids, year)];
  const settable = new Set(ids.filter((id) => canSetTarget(actor, paths(id, today) ?? [], today)));
  const open = rows.filter((row) => settable.has(row.unitId) && !spoken.has(cellKey(row.unitId, row.indicator)));
  const basesOf = await readRuleBases(tx, open.flatMap((row) => (row.ruled ? [row.unitId] : [])), today);
  return open.map(({ ruled, value, ...row }) => {
    const rule = ruled ? ruleOf(row.indicator) : undefined;
    return { ...row, from: null, to: rule ?? value, value: rule ? ruledValue(rule, basesOf(row.unitId)) : value };
  });
}

/** @returns undefined alike for an unknown unit and for one outside of the person's units */
export function readCopyPlan(actor: Actor, asked: { readonly unitId: string; readonly year: number }, now: string): Promise<{ readonly unitName: string; readonly changes: PlannedTarget[] } | undefined> {
  return withActor(actor, async (tx) => {
    const unit = (await findTargetPath(tx, actor, asked.unitId, localDateOf(now)))?.at(-1);
    return unit && { unitName: unit.name, changes: await planCopy(tx, actor, asked, now) };
  });
}
