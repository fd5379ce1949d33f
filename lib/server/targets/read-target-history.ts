import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { reportIndicators, type ReportIndicator } from "@/lib/domain/report/report-table";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { TargetHistoryRow, TargetOrigin } from "@/lib/protocol/targets";
import { withActor } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findTargetPath } from "./target-unit";

const pageSize = 100;

type Asked = { readonly unitId: string; readonly year: number; readonly indicator?: ReportIndicator; readonly page: number };
export type TargetHistory = { readonly unitName: string; readonly rows: readonly TargetHistoryRow[]; readonly hasMore: boolean };

type Row = { readonly id: string; readonly at: Date; readonly name: string | null; readonly unitName: string; readonly indicator: ReportIndicator; readonly from: number | null; readonly to: number | null; readonly ruled: boolean; readonly origin: TargetOrigin | null };

/**
 * Who set what of a year's targets at and below a unit, newest first: each row that was set, and each that was taken
 * away without another one in its place.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export function readTargetHistory(actor: Actor, { unitId, year, indicator, page }: Asked, now: string): Promise<TargetHistory | undefined> {
  return withActor(actor, async (tx) => {
    const unit = (await findTargetPath(tx, actor, unitId, localDateOf(now)))?.at(-1);
    if (!unit) return undefined;
    const rows = await tx.$queryRaw<Row[]>`
      with asked as (
        select target.*, lag(value) over cell as before, lag(superseded_at) over cell as ended, lead(set_at) over cell as followed_at
        from target
        where year = ${year} ${indicator ? Prisma.sql`and indicator = ${indicator}` : Prisma.empty}
          and unit_id in (select below.unit_id from unit_ancestor below where below.ancestor_id = ${unitId}::uuid)
        window cell as (partition by unit_id, indicator order by set_at, id)
      ), said as (
        select id, set_at as at, set_by_id as by_id, unit_id, indicator, case when ended = set_at then before end as "from", value as "to",
               rule is not null as ruled, origin, 0 as step
        from asked
        union all
        select id, superseded_at, superseded_by_id, unit_id, indicator, value, null, false, 'hand', 1
        from asked where superseded_at is not null and followed_at is distinct from superseded_at
      )
      select said.id || '/' || step as id, at, app_user.name, unit.name as "unitName", indicator, "from"::float8, "to"::float8, ruled, origin
      from said join unit on unit.id = said.unit_id left join app_user on app_user.id = by_id
      order by at desc, unit.sort_order, unit.name, array_position(${[...reportIndicators]}, indicator), said.id
      limit ${pageSize + 1} offset ${(page - 1) * pageSize}`;
    return { unitName: unit.name, hasMore: rows.length > pageSize, rows: rows.slice(0, pageSize).map(rowOf) };
  });
}

function rowOf({ at, name, from, to, origin, ...row }: Row): TargetHistoryRow {
  return {
    ...row,
    at: at.toISOString(),
    ...(name === null ? {} : { name }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(origin === null ? {} : { origin }),
  };
}
