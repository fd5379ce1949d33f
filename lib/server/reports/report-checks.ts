import "server-only";
import { countIndicators, ratioIndicators, type ReportLine, type ReportTable } from "@/lib/domain/report/report-table";
import type { ReportChecks } from "@/lib/protocol/reports";
import type { DrawnReport } from "./draw-report";

export function checksOf({ snapshot: { data }, waiting }: DrawnReport): ReportChecks {
  const { table, backlog, paragraphs, isProvisional = false } = data;
  return {
    backlog,
    waiting,
    silent: table.lines.flatMap((line) => (line.place.kind === "unit" && isSilent(line, table) ? [line.place.name] : [])),
    sumsAgree: sumsAgree(table),
    isClosed: !isProvisional,
    carried: Object.values(paragraphs).filter((paragraph) => paragraph.carried).length,
  };
}

/** Cumulative tables tell what is new only beside what was. */
function isSilent({ cells, previous }: ReportLine, { point }: ReportTable): boolean {
  return countIndicators.every((indicator) => cells.counts[indicator].recorded === (point.first ? 0 : (previous?.counts[indicator].recorded ?? 0)));
}

function sumsAgree({ total, lines }: ReportTable): boolean {
  const sum = (value: (line: ReportLine) => number) => lines.reduce((all, line) => all + value(line), 0);
  return (
    countIndicators.every((indicator) => (["recorded", "confirmed", "matched"] as const).every((stage) => sum(({ cells }) => cells.counts[indicator][stage]) === total.cells.counts[indicator][stage]))
    && ratioIndicators.every((indicator) => (["part", "whole"] as const).every((of) => sum(({ cells }) => cells.ratios[indicator]?.[of] ?? 0) === (total.cells.ratios[indicator]?.[of] ?? 0)))
  );
}
