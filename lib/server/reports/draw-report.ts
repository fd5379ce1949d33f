import "server-only";
import type { MonthlyReportData, ReportCorrections, ReportHeading } from "@/lib/domain/report/monthly-report";
import { annexIndicators, type ReportTable } from "@/lib/domain/report/report-table";
import { correctionsOf } from "@/lib/domain/report/table-differences";
import type { Corrections, ReportSnapshot, WaitingSum } from "@/lib/protocol/reports";
import type { Transaction } from "@/lib/server/database/with-actor";
import { areClosed } from "@/lib/server/aggregates/read-closed";
import { composeReport } from "@/lib/server/documents/compose-report";
import { Prisma } from "@/lib/server/generated/client";
import { findPublished } from "./find-report";
import { readBacklog, readWaitingSums } from "./read-backlog";
import { readContext } from "./read-context";
import { readTable } from "./read-report-table";
import { readSnapshot, type ReportRow } from "./report-row";

export type DrawnReport = { readonly snapshot: ReportSnapshot; readonly waiting: readonly WaitingSum[] };

/** What a draft says now: its numbers as they were known on its day, between them what people wrote. */
export async function drawReport(
  tx: Transaction,
  { id, kind, point, previousPoint, treeOn, paragraphs }: ReportRow,
  unit: ReportTable["unit"],
  given: Pick<ReportHeading, "number" | "date"> = {},
): Promise<DrawnReport> {
  const waiting = await readWaitingSums(tx, unit.id, point, treeOn);
  const before = await findPublished(tx, unit.id, Prisma.sql`report.kind = ${kind} and report.id <> ${id}::uuid`);
  const corrections = before && (await readCorrections(tx, before, unit, point.asOf));
  const data: MonthlyReportData = {
    table: await readTable(tx, unit, { point, previousPoint, treeOn }),
    context: await readContext(tx, point),
    backlog: await readBacklog(tx, unit.id, point, treeOn, waiting),
    paragraphs,
    heading: { ...given, place: await readProvinceName(tx) },
    ...(corrections ? { corrections: correctedTotals(corrections) } : {}),
    isProvisional: !(await areClosed(tx, point)),
  };
  return { snapshot: { data, document: composeReport(data), ...(corrections ? { corrections } : {}) }, waiting };
}

/** What the report before said of its days, and what is known of the same days now, under the same tree. */
async function readCorrections(tx: Transaction, before: ReportRow, unit: ReportTable["unit"], asOf: ReportTable["point"]["asOf"]): Promise<Corrections | undefined> {
  const published = await readSnapshot(tx, before.id);
  if (!published || !before.published) return undefined;
  const { table } = published.data;
  const since = await readTable(tx, unit, { point: { ...table.point, asOf: asOf > table.point.asOf ? asOf : table.point.asOf }, treeOn: table.treeOn });
  return { reportId: before.id, number: before.published.number, point: table.point, differences: correctionsOf(table, since) };
}

/** What the words of the report say of it: the whole unit's, indicator by indicator. */
function correctedTotals({ number, point, differences }: Corrections): ReportCorrections {
  const changes = differences.flatMap(({ place, indicator, then, since }) => {
    const known = annexIndicators.find((one) => one === indicator);
    return place.kind === "total" && known && then !== undefined && since !== undefined ? [{ indicator: known, published: then, now: since }] : [];
  });
  return { number, through: point.through, changes };
}

async function readProvinceName(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`select name from province where id = app_province()`;
  return row?.name ?? "";
}
