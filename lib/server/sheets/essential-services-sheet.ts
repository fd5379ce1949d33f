import "server-only";
import { formatRate } from "@/lib/domain/report/essential-services";
import { formatDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetFormat, SheetTable } from "@/lib/protocol/sheets";
import { withActor } from "@/lib/server/database/with-actor";
import { essentialServicesAsked } from "@/lib/server/reports/essential-services-query";
import { readEssentialServices, type EssentialServicesReport } from "@/lib/server/reports/read-essential-services";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";
import type { SheetReader } from "./sheet";

/** The month's table of the reports on Đề án 06, and in a workbook what is none of the services: /desk/essential-services. */
export const readEssentialServicesSheet: SheetReader = async ({ person: { actor }, parameters, format, now }) => {
  const { month, asOf } = essentialServicesAsked(parameters, now);
  const report = await readEssentialServices(actor, month, asOf, now);
  if (!report) return undefined;
  const [province] = await withActor(actor, (tx) => tx.$queryRaw<{ name: string }[]>`select name from province where id = ${actor.provinceId}::uuid`);
  return {
    fileName: texts.fileName(month),
    tables: [servicesTable(report, format), ...(report.others.length > 0 ? [othersTable(report)] : [])],
    issuer: { superior: texts.superior(province?.name ?? ""), name: texts.issuer, isYouthUnion: false, signers: [texts.signer] },
  };
};

const { columns } = texts;
const counts: readonly SheetColumn[] = [columns.total, columns.online, columns.inPerson].map((head) => ({ head, kind: "count", width: 12 }));
const share: SheetColumn = { head: columns.rate, kind: "rate", width: 12 };

export function servicesTable({ month, period, asOf, rows, total, received, without }: EssentialServicesReport, format: SheetFormat): SheetTable {
  // Numbers in a workbook; on paper as the report prints them.
  const rateOf = (row: { total: number; online: number }) => (row.total === 0 ? null : format === "xlsx" ? row.online / row.total : (formatRate(row) ?? null));
  const cells = (row: { total: number; online: number }) => [row.total, row.online, row.total - row.online, rateOf(row)];
  return {
    name: texts.tab,
    title: texts.heading(texts.monthName(month)),
    about: [texts.days(formatDate(period.from), formatDate(period.through)), texts.asOf(formatDate(asOf))],
    columns: [{ head: columns.number, kind: "count", width: 6 }, { head: columns.service, kind: "text", width: 56 }, ...counts, share],
    rows: rows.map((row, index) => [index + 1, row.name, ...cells(row)]),
    totals: [["", texts.total, ...cells(total)]],
    notes: [
      texts.received(formatCount(received.total), formatCount(received.total - total.total)),
      ...(without.length > 0 ? [texts.without(without.join("; "))] : []),
    ],
  };
}

function othersTable({ others }: EssentialServicesReport): SheetTable {
  return {
    name: texts.othersTab,
    title: texts.others,
    about: [texts.othersNote],
    columns: [{ head: columns.service, kind: "text", width: 62 }, ...counts],
    rows: others.map(({ service, total, online }) => [service ?? texts.unnamed, total, online, total - online]),
  };
}
