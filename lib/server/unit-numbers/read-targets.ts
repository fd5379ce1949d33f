import "server-only";
import type { ReportIndicator, ReportLine } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

type TargetRow = { readonly unitId: string; readonly indicator: ReportIndicator; readonly value: number };

/**
 * Each unit's own targets of a year; a unit's target is not the sum of those below it.
 * @param asOf as they stood at the end of this day; what nobody had set by then is taken as it stands now
 */
export async function readTargets(tx: Transaction, unitIds: readonly string[], year: number, asOf?: LocalDate): Promise<Map<string, ReportLine["targets"]>> {
  const rows = await tx.$queryRaw<TargetRow[]>`
    with seen as (
      select target.*, set_at < told.until as was_set, superseded_at is null or superseded_at >= told.until as stood
      from target, lateral (select coalesce((${asOf ?? null}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', 'infinity') as until) told
      where unit_id = any (${[...unitIds]}::uuid[]) and year = ${year}
    )
    select distinct on (unit_id, indicator) unit_id as "unitId", indicator, value::float8 as value
    from seen
    where case when was_set then stood
      else superseded_at is null and not exists (select from seen before where before.unit_id = seen.unit_id and before.indicator = seen.indicator and before.was_set) end
    order by unit_id, indicator, set_at desc`;
  const targets = new Map<string, Record<string, number>>();
  for (const { unitId, indicator, value } of rows) targets.set(unitId, { ...targets.get(unitId), [indicator]: value });
  return targets;
}
