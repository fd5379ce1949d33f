import "server-only";
import { batchMomentOf } from "@/lib/domain/evidence/friday-batch";
import type { PoliceKind } from "@/lib/domain/evidence/checked-kind";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { BacklogRow } from "@/lib/protocol/evidence";
import { withActor } from "@/lib/server/database/with-actor";

type Row = { readonly areaId: string | null; readonly areaName: string | null; readonly kind: PoliceKind; readonly open: number; readonly oldest: Date; readonly due: number };

/** By commune of today, or by hamlet where it is known. */
export type BacklogGrain = "commune" | "hamlet";

/**
 * What the police has not said yes or no to, by place and kind: all of the province for whoever keeps its
 * registers, the own areas for the police, the own units for whoever supervises. Numbers only.
 */
export function readBacklog(actor: Actor, now: string, grain: BacklogGrain = "commune"): Promise<BacklogRow[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select place.id as "areaId", place.name as "areaName", backlog.kind, sum(backlog.open)::int as open, min(backlog.oldest) as oldest,
             sum(backlog.due)::int as due
      from police_backlog(${batchMomentOf(localDateOf(now))}::timestamptz) backlog
      left join area on area.id = backlog.area_id
      left join area parent on parent.id = area.parent_id and area.kind = 'hamlet'
      left join area place on place.id = case when ${grain} = 'hamlet' then coalesce(area.successor_id, area.id)
        else coalesce(parent.successor_id, parent.id, area.successor_id, area.id) end
      group by place.id, place.name, backlog.kind
      order by min(backlog.oldest), place.name`;
    return rows.map(({ areaId, areaName, oldest, ...row }) => ({
      ...row, oldest: oldest.toISOString(), ...(areaId ? { areaId } : {}), ...(areaName ? { areaName } : {}),
    }));
  });
}
