import "server-only";
import type { ReportContext } from "@/lib/domain/report/monthly-report";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly accounts: number | null; readonly online: number | null; readonly onlineBefore: number | null };

/** The province as a whole, as its registers spoke on the report's day: what the help of volunteers is a share of. */
export async function readContext(tx: Transaction, { first, through, asOf }: ReportPoint): Promise<ReportContext> {
  const start = await readDossierStart(tx, through);
  const from = first && (!start || start < first) ? first : start;
  if (!from || through < from) return {};
  const [row] = await tx.$queryRaw<Row[]>`
    select accounts, online, online_before as "onlineBefore" from report_context(${from}::date, ${through}::date, ${asOf}::date)`;
  if (!row) return {};
  return {
    ...(row.accounts === null ? {} : { accounts: row.accounts }),
    ...(row.online === null ? {} : { onlineDossiers: { first: from, all: row.online, ...(row.onlineBefore === null ? {} : { yearBefore: row.onlineBefore }) } }),
  };
}

/** Since when dossiers that volunteers help with count: the window of indicator 5 as it was defined on the day. */
async function readDossierStart(tx: Transaction, day: LocalDate): Promise<LocalDate | undefined> {
  const [row] = await tx.$queryRaw<{ start: LocalDate | null }[]>`
    select min(window_from)::text as start from indicator_version
    where indicator = 'online_dossiers' and valid_from <= ${day}::date and window_from <= ${day}::date`;
  return row?.start ?? undefined;
}
