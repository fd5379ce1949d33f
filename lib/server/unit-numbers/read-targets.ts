import "server-only";
import type { ReportIndicator, ReportLine } from "@/lib/domain/report/report-table";
import type { Transaction } from "@/lib/server/database/with-actor";

type TargetRow = { readonly unitId: string; readonly indicator: ReportIndicator; readonly value: number };

/** Each unit's own targets of a year; a unit's target is not the sum of those below it. */
export async function readTargets(tx: Transaction, unitIds: readonly string[], year: number): Promise<Map<string, ReportLine["targets"]>> {
  const rows = await tx.$queryRaw<TargetRow[]>`
    select distinct on (unit_id, indicator) unit_id as "unitId", indicator, value::float8 as value
    from target where unit_id = any (${[...unitIds]}::uuid[]) and year = ${year} and superseded_at is null
    order by unit_id, indicator, set_at desc`;
  const targets = new Map<string, Record<string, number>>();
  for (const { unitId, indicator, value } of rows) targets.set(unitId, { ...targets.get(unitId), [indicator]: value });
  return targets;
}
