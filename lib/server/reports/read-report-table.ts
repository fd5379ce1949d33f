import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { ReportLine, ReportPoint, ReportTable } from "@/lib/domain/report/report-table";
import { localDateOf, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { readTargets } from "@/lib/server/unit-numbers/read-targets";
import { findReportUnit } from "./find-report-unit";
import { nothingPlaced, readCells, type PlacedCells } from "./read-cells";
import { rollUpTallies } from "./roll-up-tallies";

export type ReportQuery = {
  readonly unitId: string;
  readonly point: ReportPoint;
  /** What it is compared with, under the same tree. */
  readonly previousPoint?: ReportPoint | undefined;
  /** The tree of this day; that of the point's last day unless it is given. */
  readonly treeOn?: LocalDate | undefined;
};

/**
 * The numbers of a unit and of each unit directly below it, from the tallies.
 * @returns undefined alike for an unknown unit and for one whose sums are not the person's to read
 */
export async function readReportTable(actor: Actor, query: ReportQuery, now: string): Promise<ReportTable | undefined> {
  await rollUpTallies(actor);
  return withActor(actor, async (tx) => {
    const found = await findReportUnit(tx, actor, query.unitId, localDateOf(now));
    if (!found) return undefined;
    const { parents: _parents, ...unit } = found;
    return readTable(tx, unit, query);
  });
}

/** The same where it is known already that the unit may be read. */
export async function readTable(tx: Transaction, unit: ReportTable["unit"], { point, previousPoint, treeOn = point.through }: Omit<ReportQuery, "unitId">): Promise<ReportTable> {
  const current = await readCells(tx, unit.id, point, treeOn);
  const previous = previousPoint && (await readCells(tx, unit.id, previousPoint, treeOn));
  const children = await readChildren(tx, unit.id, treeOn);
  const targets = await readTargets(tx, [unit.id, ...children.map(({ id }) => id)], partsOfDate(point.through).year, point.asOf);
  const lineOf = (place: ReportLine["place"], own: PlacedCells | undefined, before: PlacedCells | undefined, ownTargets: ReportLine["targets"]): ReportLine => ({
    place,
    ...(own ?? nothingPlaced),
    ...(previous ? { previous: (before ?? nothingPlaced).cells } : {}),
    targets: ownTargets,
  });
  const left = (["own", "residual"] as const).filter((key) => current.byPlace.has(key) || previous?.byPlace.has(key));
  return {
    unit,
    point,
    ...(previousPoint ? { previousPoint } : {}),
    treeOn,
    total: lineOf({ kind: "unit", id: unit.id, name: unit.name }, current.total, previous?.total, targets.get(unit.id) ?? {}),
    lines: [
      ...children.map(({ id, name }) => lineOf({ kind: "unit", id, name }, current.byPlace.get(id), previous?.byPlace.get(id), targets.get(id) ?? {})),
      ...left.map((kind) => lineOf({ kind }, current.byPlace.get(kind), previous?.byPlace.get(kind), {})),
    ],
  };
}

/** Units directly below one in the tree of a day, in the order of the annexes. */
function readChildren(tx: Transaction, unitId: string, treeOn: LocalDate): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    select unit.id, coalesce(former.name, unit.name) as name from unit
    left join lateral (
      select name from unit_former_name where unit_id = unit.id and ${treeOn}::date < valid_to order by valid_to limit 1) former on true
    join unit_parent step on step.unit_id = unit.id and step.parent_id = ${unitId}::uuid
      and step.valid_from <= ${treeOn}::date and (step.valid_to is null or ${treeOn}::date < step.valid_to)
    where unit.valid_from <= ${treeOn}::date and (unit.valid_to is null or ${treeOn}::date < unit.valid_to)
    order by unit.sort_order, unit.name`;
}
