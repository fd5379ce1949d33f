import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { err, ok } from "@/lib/domain/result";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { AggregateSeries, AggregateSeriesQuery } from "@/lib/protocol/aggregates";
import type { ProgramAnswered, ProgramAsked } from "@/lib/server/clients/handle-program";
import { withActor } from "@/lib/server/database/with-actor";
import { readReportSeries, type SeriesMonth } from "@/lib/server/reports/read-report-series";
import { pointOf } from "./asked-point";
import { areClosed } from "./read-closed";

/** One indicator month by month, for the unit and those directly below it. */
export async function answerSeries({ program: { actor, rootUnitId }, query, now }: ProgramAsked<AggregateSeriesQuery>): Promise<ProgramAnswered> {
  const asked = pointOf(query, now);
  if (!asked.ok) return asked;
  const { through, asOf, first = `${through.slice(0, 4)}-01-01` as LocalDate } = asked.value;
  const treeOn = (query.treeOn ?? through) as LocalDate;
  const unitId = query.unit ?? rootUnitId;
  const months = await readReportSeries(actor, { unitId, indicator: query.indicator, first, through, asOf, treeOn }, now);
  if (!months) return err({ code: "unknownOrForbidden" });
  const units = await readUnits(actor, [unitId, ...months.flatMap((month) => month.unitId ?? [])]);
  const { id, name, kind } = units.get(unitId)!;
  const body: Omit<AggregateSeries, "marker" | "protocol"> = {
    unit: { id, name, kind }, indicator: query.indicator, first, through, asOf, treeOn,
    provisional: !(await withActor(actor, (tx) => areClosed(tx, { first, through }))),
    lines: linesOf(months, units),
  };
  return ok(body);
}

type NamedUnit = AggregateSeries["unit"] & { readonly sortOrder: number };

async function readUnits(actor: Actor, ids: readonly string[]): Promise<Map<string, NamedUnit>> {
  const rows = await withActor(actor, (tx) => tx.$queryRaw<NamedUnit[]>`
    select id, name, kind::text, sort_order as "sortOrder" from unit where id = any (${[...new Set(ids)]}::uuid[]) order by sort_order, name`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** In the order of the annexes; what belongs to no row below comes last. */
function linesOf(months: readonly SeriesMonth[], units: ReadonlyMap<string, NamedUnit>): AggregateSeries["lines"] {
  const lineOf = (place: AggregateSeries["lines"][number]["place"], own: readonly SeriesMonth[]) =>
    own.length === 0 ? [] : [{ place, months: own.map(({ month, counts }) => ({ month, counts: { ...counts } })) }];
  return [
    ...[...units.values()].flatMap(({ id, name }) => lineOf({ kind: "unit", id, name }, months.filter(({ unitId }) => unitId === id))),
    ...(["own", "residual"] as const).flatMap((kind) => lineOf({ kind }, months.filter(({ place }) => place === kind))),
  ];
}
