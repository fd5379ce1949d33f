import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { entryIndicators, stages, type EntryIndicator, type Stage } from "@/lib/domain/report/indicator";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { ClosedPeriod, CorrectedNumbers, PeriodNumbers } from "@/lib/protocol/periods";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findUnitPath } from "@/lib/server/unit-numbers/jurisdiction";
import { dayInLifeOf, validOn } from "@/lib/server/unit-numbers/unit-on-day";

/** Newest days first. */
export function listPeriods(actor: Actor): Promise<ClosedPeriod[]> {
  return withActor(actor, (tx) => readClosed(tx, Prisma.sql`true`));
}

/**
 * The numbers of a closed period for a unit and those below it: as they were closed, and what was decided since.
 * @returns undefined alike for what is unknown and what is outside of the person's units
 */
export function readPeriodNumbers(actor: Actor, periodId: string, unitId: string, now: string): Promise<PeriodNumbers | undefined> {
  return withActor(actor, async (tx) => {
    const [period] = await readClosed(tx, Prisma.sql`period.id = ${periodId}::uuid`);
    const path = await findUnitPath(tx, actor, unitId, localDateOf(now));
    const unit = path?.at(-1);
    if (!period || !path || !unit) return undefined;
    const sums = await readSums(tx, unitId, period);
    const children = await readChildren(tx, unitId, period);
    return {
      period, unit, parents: path.slice(0, -1),
      total: numbersOf(sums),
      children: children.map((child) => ({ ...child, numbers: numbersOf(sums.filter(({ childId }) => childId === child.id)) })),
      direct: numbersOf(sums.filter(({ childId }) => childId === null)),
    };
  });
}

async function readClosed(tx: Transaction, which: Prisma.Sql): Promise<ClosedPeriod[]> {
  const rows = await tx.$queryRaw<(Omit<ClosedPeriod, "closedAt"> & { closedAt: Date })[]>`
    select period.id, "from"::text, through::text, as_of::text as "asOf", closed_at as "closedAt", coalesce(app_user.name, '') as "closedBy"
    from period left join app_user on app_user.id = period.closed_by_id
    where closed_at is not null and as_of is not null and ${which} order by through desc, "from" desc`;
  return rows.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() }));
}

type Sum = { readonly childId: string | null; readonly indicator: EntryIndicator; readonly stage: Stage; readonly closed: number; readonly correction: number };

/** Rows belong to the tree of their day, as everywhere: the units below and the unit's own add up to its total. */
function readSums(tx: Transaction, unitId: string, { from, through, asOf }: ClosedPeriod): Promise<Sum[]> {
  const day = dayInLifeOf(Prisma.sql`tally.happened_on`, Prisma.sql`unit`);
  return tx.$queryRaw<Sum[]>`
    select child.unit_id as "childId", tally.indicator, tally.stage,
           coalesce(sum(tally.delta) filter (where tally.decided_on <= ${asOf}::date), 0)::int as closed,
           coalesce(sum(tally.delta) filter (where tally.decided_on > ${asOf}::date), 0)::int as correction
    from tally
    join unit on unit.id = tally.unit_id
    join unit_ancestor below on below.unit_id = tally.unit_id and below.ancestor_id = ${unitId}::uuid and ${validOn(Prisma.sql`below`, day)}
    left join (unit_parent child join unit_ancestor through_unit on through_unit.ancestor_id = child.unit_id)
      on child.parent_id = ${unitId}::uuid and through_unit.unit_id = tally.unit_id
      and ${validOn(Prisma.sql`child`, day)} and ${validOn(Prisma.sql`through_unit`, day)}
    where tally.happened_on between ${from}::date and ${through}::date
      and tally.stage = any (${[...stages]}) and tally.indicator = any (${[...entryIndicators]})
    group by child.unit_id, tally.indicator, tally.stage`;
}

function readChildren(tx: Transaction, unitId: string, { from, through }: ClosedPeriod): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    select unit.id, unit.name from unit
    where unit.id in (
      select unit_id from unit_parent
      where parent_id = ${unitId}::uuid and valid_from <= ${through}::date and (valid_to is null or ${from}::date < valid_to))
    order by unit.sort_order, unit.name`;
}

function numbersOf(sums: readonly Sum[]): CorrectedNumbers {
  const sumOf = (indicator: EntryIndicator, stage: Stage) => {
    const cells = sums.filter((sum) => sum.indicator === indicator && sum.stage === stage);
    return { closed: cells.reduce((total, { closed }) => total + closed, 0), correction: cells.reduce((total, { correction }) => total + correction, 0) };
  };
  return Object.fromEntries(
    entryIndicators.map((indicator) => [indicator, Object.fromEntries(stages.map((stage) => [stage, sumOf(indicator, stage)]))]),
  ) as CorrectedNumbers;
}
