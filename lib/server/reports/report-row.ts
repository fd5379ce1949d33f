import "server-only";
import { ReportParagraphs } from "@/lib/domain/report/monthly-report";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { ReportKind, ReportSnapshot, ReportSummary } from "@/lib/protocol/reports";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

export type ReportRow = ReportSummary & {
  readonly unitId: string;
  readonly paragraphs: ReportParagraphs;
  readonly previousPoint: ReportPoint | undefined;
  readonly previousId: string | undefined;
};

type Columns = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly unitName: string;
  readonly first: LocalDate | null;
  readonly through: LocalDate;
  readonly asOf: LocalDate;
  readonly treeOn: LocalDate;
  readonly previousFirst: LocalDate | null;
  readonly previousThrough: LocalDate | null;
  readonly previousAsOf: LocalDate | null;
  readonly previousId: string | null;
  readonly paragraphs: unknown;
  readonly version: number;
  readonly changedAt: Date;
  readonly createdBy: string;
  readonly number: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly digest: string | null;
};

/** Reports that the person may read by the policies of the table; without their snapshots, which are large. */
export async function readRows(tx: Transaction, which: Prisma.Sql): Promise<ReportRow[]> {
  const rows = await tx.$queryRaw<Columns[]>`
    select report.id, report.kind, report.unit_id as "unitId", unit.name as "unitName", from_day::text as first, through::text, as_of::text as "asOf", tree_on::text as "treeOn",
           previous_from::text as "previousFirst", previous_through::text as "previousThrough", previous_as_of::text as "previousAsOf", previous_id as "previousId",
           paragraphs, version, changed_at as "changedAt", author.name as "createdBy",
           number, publisher.name as "publishedBy", published_at as "publishedAt", encode(digest, 'hex') as digest
    from report
    join unit on unit.id = report.unit_id
    join app_user author on author.id = report.created_by_id
    left join app_user publisher on publisher.id = report.published_by_id
    ${which}`;
  return rows.map(rowOf);
}

/** Also for who is about to change it: nobody else does until the end of the transaction. */
export async function lockRow(tx: Transaction, id: string): Promise<ReportRow | undefined> {
  await tx.$queryRaw`select id from report where id = ${id}::uuid for update`;
  const [row] = await readRows(tx, Prisma.sql`where report.id = ${id}::uuid`);
  return row;
}

/** Our own words of the day they were published: their digest says whether they still are. */
export async function readSnapshot(tx: Transaction, id: string): Promise<ReportSnapshot | undefined> {
  const [row] = await tx.$queryRaw<{ snapshot: ReportSnapshot | null }[]>`select snapshot from report where id = ${id}::uuid`;
  return row?.snapshot ?? undefined;
}

function rowOf(row: Columns): ReportRow {
  const { first, through, asOf, previousFirst, previousThrough, previousAsOf, number, publishedBy, publishedAt, digest, changedAt, paragraphs, previousId, ...rest } = row;
  return {
    ...rest,
    point: pointOf(first, through, asOf),
    previousPoint: previousThrough && previousAsOf ? pointOf(previousFirst, previousThrough, previousAsOf) : undefined,
    previousId: previousId ?? undefined,
    paragraphs: ReportParagraphs.parse(paragraphs),
    changedAt: changedAt.toISOString(),
    ...(number && publishedAt && digest ? { published: { number, by: publishedBy ?? "", at: publishedAt.toISOString(), digest } } : {}),
  };
}

function pointOf(first: LocalDate | null, through: LocalDate, asOf: LocalDate): ReportPoint {
  return { ...(first ? { first } : {}), through, asOf };
}
