import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { entryIndicators, stages, type EntryIndicator, type Stage } from "@/lib/domain/report/indicator";
import { localDateOf, partsOfDate } from "@/lib/domain/time/local-date";
import type { IndicatorNumbers, Period, UnitNumbers, UnitRow } from "@/lib/protocol/unit-numbers";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findUnitPath, type NamedUnit } from "./jurisdiction";
import { readOrganisationArticles } from "./read-organisation-articles";
import { readTargets } from "./read-targets";
import { readWaiting } from "./read-waiting";
import { dayInLifeOf, validOn } from "./unit-on-day";

/**
 * What a unit and the units below it have recorded, confirmed and matched in a period, as the tallies say at this
 * moment. Rows belong to the tree of their day, so the units below and the unit's own add up to its total.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readUnitNumbers(actor: Actor, unitId: string, { from, to }: Period, now: string): Promise<UnitNumbers | undefined> {
  return withActor(actor, async (tx) => {
    const path = await findUnitPath(tx, actor, unitId, localDateOf(now));
    const unit = path?.at(-1);
    if (!path || !unit) return undefined;
    const sums = await readSums(tx, unitId, { from, to });
    const children = await readChildren(tx, unitId, { from, to });
    const { year } = partsOfDate(to);
    const targets = await readTargets(tx, [unitId, ...children.map(({ id }) => id)], year);
    const rowOf = ({ id, name }: NamedUnit, numbers: IndicatorNumbers): UnitRow => ({ id, name, numbers, targets: targets.get(id) ?? {} });
    return {
      total: rowOf(unit, numbersOf(sums)),
      waiting: await readWaiting(tx, unitId, { from, to }),
      children: children.map((child) => rowOf(child, numbersOf(sums.filter(({ childId }) => childId === child.id)))),
      direct: numbersOf(sums.filter(({ childId }) => childId === null)),
      organisations: await readOrganisationArticles(tx, unitId, { from, to }, year),
      parents: path.slice(0, -1),
      period: { from, to },
      year,
      asOf: now,
    };
  });
}

type Sum = { readonly childId: string | null; readonly indicator: EntryIndicator; readonly stage: Stage; readonly count: number };

/** Sums by the unit directly below through which a row reaches the unit; null for the unit's own rows. */
function readSums(tx: Transaction, unitId: string, { from, to }: Period): Promise<Sum[]> {
  const day = dayInLifeOf(Prisma.sql`tally.happened_on`, Prisma.sql`unit`);
  return tx.$queryRaw<Sum[]>`
    select child.unit_id as "childId", tally.indicator, tally.stage, sum(tally.delta)::int as count
    from tally
    join unit on unit.id = tally.unit_id
    join unit_ancestor below on below.unit_id = tally.unit_id and below.ancestor_id = ${unitId}::uuid
      and ${validOn(Prisma.sql`below`, day)}
    left join (unit_parent child join unit_ancestor through on through.ancestor_id = child.unit_id)
      on child.parent_id = ${unitId}::uuid and through.unit_id = tally.unit_id
      and ${validOn(Prisma.sql`child`, day)} and ${validOn(Prisma.sql`through`, day)}
    where tally.happened_on between ${from}::date and ${to}::date
      and tally.stage = any (${[...stages]}) and tally.indicator = any (${[...entryIndicators]})
    group by child.unit_id, tally.indicator, tally.stage`;
}

function readChildren(tx: Transaction, unitId: string, { from, to }: Period): Promise<NamedUnit[]> {
  return tx.$queryRaw<NamedUnit[]>`
    select unit.id, unit.name from unit
    where unit.id in (
      select unit_id from unit_parent
      where parent_id = ${unitId}::uuid and valid_from <= ${to}::date and (valid_to is null or ${from}::date < valid_to))
    order by unit.sort_order, unit.name`;
}

function numbersOf(sums: readonly Sum[]): IndicatorNumbers {
  const sumOf = (indicator: EntryIndicator, stage: Stage) =>
    sums.filter((sum) => sum.indicator === indicator && sum.stage === stage).reduce((total, { count }) => total + count, 0);
  return Object.fromEntries(
    entryIndicators.map((indicator) => [
      indicator,
      Object.fromEntries(stages.map((stage) => [stage, sumOf(indicator, stage)])),
    ]),
  ) as IndicatorNumbers;
}
