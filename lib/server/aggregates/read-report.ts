import "server-only";
import { err, ok } from "@/lib/domain/result";
import { ratioIndicators, type ReportCells, type ReportLine } from "@/lib/domain/report/report-table";
import { placeKeyOf } from "@/lib/domain/report/unit-rows";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { AggregateReport, AggregateReportQuery } from "@/lib/protocol/aggregates";
import type { ProgramAnswered, ProgramAsked } from "@/lib/server/clients/handle-program";
import { withActor } from "@/lib/server/database/with-actor";
import type { Waiting } from "@/lib/protocol/dashboard";
import { readOnPhones } from "@/lib/server/reports/read-on-phones";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { readWaiting } from "@/lib/server/reports/read-waiting";
import { pointOf } from "./asked-point";
import { areClosed } from "./read-closed";

/** The table of a report, as the desk shows and prints it. */
export async function answerReport({ program: { actor, rootUnitId }, query, now }: ProgramAsked<AggregateReportQuery>): Promise<ProgramAnswered> {
  const point = pointOf(query, now);
  if (!point.ok) return point;
  const { previousThrough: through, previousAsOf: asOf = through, previousFirst: first } = query;
  const previous = through ? pointOf({ through, asOf, first }, now) : undefined;
  if (previous && !previous.ok) return err({ ...previous.error, field: previousField[previous.error.field] ?? "previousThrough" });
  const table = await readReportTable(actor, {
    unitId: query.unit ?? rootUnitId, point: point.value, previousPoint: previous?.value, treeOn: query.treeOn as LocalDate | undefined,
  }, now);
  if (!table) return err({ code: "unknownOrForbidden" });
  const { unit, treeOn } = table;
  const { waiting, onPhones } = await withActor(actor, async (tx) => ({ waiting: await readWaiting(tx, unit.id, table.point, treeOn), onPhones: await readOnPhones(tx, unit.id, treeOn) }));
  const body: Omit<AggregateReport, "marker" | "protocol"> = {
    unit: table.unit,
    point: table.point,
    ...(table.previousPoint ? { previousPoint: table.previousPoint } : {}),
    treeOn: table.treeOn,
    provisional: !(await withActor(actor, (tx) => areClosed(tx, table.point))),
    total: { ...lineOf(table.total), waiting: waitingOf(waiting), onPhones: onPhones.total },
    lines: table.lines.map((line) => {
      const key = placeKeyOf(line.place);
      return { ...lineOf(line), waiting: waitingOf(waiting.filter(({ place }) => place === key)), onPhones: onPhones.byPlace[key] ?? { phones: 0, entries: 0 } };
    }),
  };
  return ok(body);
}

const previousField: Readonly<Record<string, string>> = { through: "previousThrough", asOf: "previousAsOf", first: "previousFirst" };

type Line = AggregateReport["total"];

function lineOf({ place, members, cells, previous, targets }: ReportLine): Omit<Line, "waiting" | "onPhones"> {
  return { place: { ...place }, members, cells: cellsOf(cells), ...(previous ? { previous: cellsOf(previous) } : {}), targets: { ...targets } };
}

/** Of all these places together, by indicator and whom it waits for. */
function waitingOf(rows: readonly Waiting[]): Line["waiting"] {
  const sums: Record<string, Record<string, { count: number; oldest: string }>> = {};
  for (const { indicator, standing, count, oldest } of rows) {
    const known = sums[indicator]?.[standing];
    const sum = { count: count + (known?.count ?? 0), oldest: known && known.oldest < oldest ? known.oldest : oldest };
    sums[indicator] = { ...sums[indicator], [standing]: sum };
  }
  return sums as Line["waiting"];
}

/** A share that the registers don't say is null here: what is missing in JSON looks forgotten. */
function cellsOf({ counts, ratios }: ReportCells): AggregateReport["total"]["cells"] {
  return {
    counts,
    ratios: Object.fromEntries(ratioIndicators.map((code) => [code, ratios[code] ?? null])) as AggregateReport["total"]["cells"]["ratios"],
  };
}
