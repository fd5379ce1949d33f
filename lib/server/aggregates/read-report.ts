import "server-only";
import { err, ok } from "@/lib/domain/result";
import { ratioIndicators, type ReportCells, type ReportLine } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { AggregateReport, AggregateReportQuery } from "@/lib/protocol/aggregates";
import type { ProgramAnswered, ProgramAsked } from "@/lib/server/clients/handle-program";
import { withActor } from "@/lib/server/database/with-actor";
import { readReportTable } from "@/lib/server/reports/read-report-table";
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
  const body: Omit<AggregateReport, "marker" | "protocol"> = {
    unit: table.unit,
    point: table.point,
    ...(table.previousPoint ? { previousPoint: table.previousPoint } : {}),
    treeOn: table.treeOn,
    provisional: !(await withActor(actor, (tx) => areClosed(tx, table.point))),
    total: lineOf(table.total),
    lines: table.lines.map(lineOf),
  };
  return ok(body);
}

const previousField: Readonly<Record<string, string>> = { through: "previousThrough", asOf: "previousAsOf", first: "previousFirst" };

function lineOf({ place, members, cells, previous, targets }: ReportLine): AggregateReport["total"] {
  return { place: { ...place }, members, cells: cellsOf(cells), ...(previous ? { previous: cellsOf(previous) } : {}), targets: { ...targets } };
}

/** A share that the registers don't say is null here: what is missing in JSON looks forgotten. */
function cellsOf({ counts, ratios }: ReportCells): AggregateReport["total"]["cells"] {
  return {
    counts,
    ratios: Object.fromEntries(ratioIndicators.map((code) => [code, ratios[code] ?? null])) as AggregateReport["total"]["cells"]["ratios"],
  };
}
