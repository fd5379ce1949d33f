import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Stage } from "@/lib/domain/report/indicator";
import type { ReportIndicator, ReportLine } from "@/lib/domain/report/report-table";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findReportUnit } from "./find-report-unit";
import { rollUpTallies } from "./roll-up-tallies";

export type SeriesQuery = {
  readonly unitId: string;
  /** Of `active_organisations` the year of the last day, by how many more each month ended with: they are no sum of days. */
  readonly indicator: ReportIndicator;
  readonly first: LocalDate;
  readonly through: LocalDate;
  readonly asOf: LocalDate;
  readonly treeOn: LocalDate;
};

/** What one month added to a place; the first and the last month may be cut by the days asked for. */
export type SeriesMonth = {
  readonly place: ReportLine["place"]["kind"];
  /** Of places that are units. */
  readonly unitId?: string;
  /** First day of the month. */
  readonly month: LocalDate;
  /** By stage; `part` and `whole` for ratios. */
  readonly counts: Readonly<Partial<Record<Stage | "part" | "whole", number>>>;
};

/** @returns undefined alike for an unknown unit and for one whose sums are not the person's to read */
export async function readReportSeries(actor: Actor, query: SeriesQuery, now: string): Promise<SeriesMonth[] | undefined> {
  await rollUpTallies(actor);
  return withActor(actor, async (tx) => {
    const unit = await findReportUnit(tx, actor, query.unitId, localDateOf(now));
    if (!unit) return undefined;
    const { indicator, first, through, asOf, treeOn } = query;
    const rows = await tx.$queryRaw<{ childId: string | null; place: SeriesMonth["place"]; month: LocalDate; counts: SeriesMonth["counts"] }[]>`
      select child_id as "childId", place, month::text, jsonb_object_agg(stage, count) as counts
      from ${indicator === "active_organisations"
        ? Prisma.sql`report_active_series(${unit.id}::uuid, ${treeOn}::date, ${through}::date, ${asOf}::date)`
        : Prisma.sql`report_series(${unit.id}::uuid, ${treeOn}::date, ${indicator}, ${first}::date, ${through}::date, ${asOf}::date)`}
      group by child_id, place, month order by month`;
    return rows.map(({ childId, ...row }) => ({ ...row, ...(childId ? { unitId: childId } : {}) }));
  });
}
