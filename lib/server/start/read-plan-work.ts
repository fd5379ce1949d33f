import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { unitsOnPath } from "@/lib/domain/report/units-behind";
import { addDays, localDateOf, LocalDate, partsOfDate } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { readReportTable } from "@/lib/server/reports/read-report-table";

/** Which units below fall behind their targets, and which have none for this year. */
export async function readPlanWork(actor: Actor, unitId: string, now: string): Promise<StartItem[]> {
  const asOf = addDays(localDateOf(now), -1);
  const { year } = partsOfDate(asOf);
  const yearBefore = LocalDate.parse(`${year - 1}-12-31`);
  const table = await readReportTable(actor, { unitId, point: { through: asOf, asOf }, previousPoint: { through: yearBefore, asOf } }, now);
  if (!table) return [];
  const { behind, withTargets, withoutTargets } = unitsOnPath(table);
  return [
    { kind: "behind", level: behind > 0 ? "due" : "known", count: behind, units: withTargets, asOf },
    ...(withoutTargets > 0 ? [{ kind: "targetsMissing" as const, level: "due" as const, count: withoutTargets, year }] : []),
  ];
}
