import "server-only";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import { waitingStandings, type Period, type UnitNumbers, type Waiting, type WaitingStanding } from "@/lib/protocol/unit-numbers";
import type { Transaction } from "@/lib/server/database/with-actor";
import { standingSince } from "@/lib/server/evidence/standing-since";
import { Prisma } from "@/lib/server/generated/client";
import { dayInLifeOf, validOn } from "./unit-on-day";

type Row = { readonly indicator: EntryIndicator; readonly standing: WaitingStanding; readonly count: number; readonly oldest: Date };

/** What is confirmed in a period and waits for its evidence: for the police, an officer, or the register. */
export async function readWaiting(tx: Transaction, unitId: string, { from, to }: Period): Promise<UnitNumbers["waiting"]> {
  const day = dayInLifeOf(Prisma.sql`entry.happened_on`, Prisma.sql`unit`);
  const rows = await tx.$queryRaw<Row[]>`
    select counted.indicator, standing.standing, sum(outcome.quantity)::int as count, min(${standingSince}) as oldest
    from entry
    join unit on unit.id = entry.unit_id
    join unit_ancestor below on below.unit_id = entry.unit_id and below.ancestor_id = ${unitId}::uuid and ${validOn(Prisma.sql`below`, day)}
    join outcome on outcome.entry_id = entry.id and outcome.voided_at is null
    join outcome_standing standing on standing.outcome_id = outcome.id and standing.standing = any (${[...waitingStandings]})
    cross join lateral unnest(outcome.indicators) as counted(indicator)
    where entry.status = 'confirmed' and entry.happened_on between ${from}::date and ${to}::date
      and counted.indicator <> all (standing.matched)
    group by counted.indicator, standing.standing`;
  const waiting: Partial<Record<EntryIndicator, readonly Waiting[]>> = {};
  for (const { indicator, standing, count, oldest } of rows.toSorted(inOrder)) {
    waiting[indicator] = [...(waiting[indicator] ?? []), { standing, count, oldest: oldest.toISOString() }];
  }
  return waiting;
}

function inOrder(a: Row, b: Row): number {
  return waitingStandings.indexOf(a.standing) - waitingStandings.indexOf(b.standing);
}
