import "server-only";
import type { ReportContext } from "@/lib/domain/report/monthly-report";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import { daysOf } from "@/lib/domain/time/period";
import { loadScheme } from "@/lib/server/commands/scheme";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly accounts: number | null; readonly online: number | null; readonly onlineBefore: number | null };

/**
 * The province as a whole, as its registers spoke on the report's day: what the help of volunteers is a share of.
 * Dossiers since those count that volunteers help with (indicator 5).
 */
export async function readContext(tx: Transaction, { first, through, asOf }: ReportPoint): Promise<ReportContext> {
  const { indicatorVersions, schemeRules: { schemeStart } } = await loadScheme(tx);
  const windows = indicatorVersions.filter(({ indicator, validFrom, validTo }) => indicator === "online_dossiers" && validFrom <= through && (!validTo || through < validTo));
  const start = windows.map(({ windowFrom }) => windowFrom).sort()[0] ?? schemeStart;
  const from = first && start < first ? first : start;
  if (through < from) return { schemeStart };
  const [row] = await tx.$queryRaw<Row[]>`
    select accounts, online, online_before as "onlineBefore" from report_context(${from}::date, ${through}::date, ${asOf}::date)`;
  if (!row) return { schemeStart };
  // Days that stand on both sides of a comparison would compare themselves.
  const yearBefore = daysOf({ from, through }) > 366 ? null : row.onlineBefore;
  return {
    schemeStart,
    ...(row.accounts === null ? {} : { accounts: row.accounts }),
    ...(row.online === null ? {} : { onlineDossiers: { first: from, all: row.online, ...(yearBefore === null ? {} : { yearBefore }) } }),
  };
}
