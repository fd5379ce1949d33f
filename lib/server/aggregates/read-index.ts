import "server-only";
import { ok } from "@/lib/domain/result";
import { isRatio, reportIndicators } from "@/lib/domain/report/report-table";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { AggregateIndex } from "@/lib/protocol/aggregates";
import type { ProgramAnswered, ProgramAsked } from "@/lib/server/clients/handle-program";
import { withActor } from "@/lib/server/database/with-actor";
import { newestDay } from "./asked-point";
import { readClosedThrough } from "./read-closed";

/** What there is to ask for. */
export async function answerIndex({ program: { actor, rootUnitId }, now }: ProgramAsked<object>): Promise<ProgramAnswered> {
  const today = localDateOf(now);
  const units = await withActor(actor, (tx) => tx.$queryRaw<{ id: string; name: string; kind: string }[]>`
    select unit.id, unit.name, unit.kind::text from unit
    left join unit_parent step on step.unit_id = unit.id and step.parent_id = ${rootUnitId}::uuid
      and step.valid_from <= ${today}::date and (step.valid_to is null or ${today}::date < step.valid_to)
    where unit.id = ${rootUnitId}::uuid or step.unit_id is not null
    order by unit.sort_order, unit.name`);
  const closedThrough = await readClosedThrough(actor);
  const body: Omit<AggregateIndex, "marker" | "protocol" | "unit"> = {
    indicators: reportIndicators.map((code, index) => ({ code, number: index + 1, kind: isRatio(code) ? "share" : "count" })),
    units: units.filter(({ id }) => id !== rootUnitId).map(({ id, name }) => ({ id, name })),
    newest: newestDay(now),
    ...(closedThrough ? { closedThrough } : {}),
    answers: ["/api/aggregates/report", "/api/aggregates/series", "/api/aggregates/openapi.json"],
  };
  return ok({ unit: units.find(({ id }) => id === rootUnitId), ...body });
}
