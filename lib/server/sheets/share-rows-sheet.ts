import "server-only";
import { formatDate, localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { ShareRow, ShareRows, ShareRowsQuery } from "@/lib/protocol/register-rows";
import type { SheetColumn, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import { parseShareRows } from "@/lib/server/members/rows-query";
import { allRows } from "@/lib/server/database/rows-part";
import { readShareRows } from "@/lib/server/members/read-share-rows";
import { formatCount } from "@/lib/text/moment";
import { rowReason, rowTexts } from "@/lib/text/register-rows";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { saveSheetExport } from "./save-sheet-export";
import type { SheetReader } from "./sheet";

const { columns } = rowTexts;

/** The rows behind a share: /desk/members/rows. Who took them along is written down. */
export const readShareRowsSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const query = parseShareRows(parameters);
  const found = query && (await readShareRows(actor, query, now, allRows));
  if (!query || !found) return undefined;
  await saveSheetExport(actor, "exportShareRows", parameters, found.rows.length, now);
  const table = shareRowsTable(found, query, localDateOf(now));
  return { fileName: rowTexts.fileNames.shares(query.through), orientation: "landscape", tables: [{ ...table, notes: cutNotes(found) }] };
};

/** That there are more rows than a workbook holds. */
export function cutNotes({ rows, count, hasNext }: { readonly rows: readonly unknown[]; readonly count: number; readonly hasNext: boolean }): string[] {
  return hasNext ? [rowTexts.first(formatCount(rows.length), formatCount(count))] : [];
}

/** What kind of rows an indicator has. */
const kindOf = { transacting_rate: "accounts", online_rate: "dossiers", online_share: "dossiers", online_payment_share: "dossiers", members_with_account: "members", members_vneid2: "members" } as const;

export function shareRowsTable({ unitName, count, rows }: ShareRows, query: ShareRowsQuery, today: LocalDate): SheetTable {
  const kind = kindOf[query.indicator];
  const text = (head: string, width: number): SheetColumn => ({ head, kind: "text", width });
  const day: SheetColumn = { head: { dossiers: columns.received, accounts: columns.counted, members: columns.memberSince }[kind], kind: "day", width: 13 };
  const inside: { readonly [Kind in typeof kind]: readonly [SheetColumn, (row: ShareRow) => SheetValue][] } = {
    dossiers: [[text(columns.code, 24), ({ code }) => code ?? null], [day, ({ day }) => day], [text(columns.service, 46), ({ service }) => service ?? null]],
    accounts: [[text(columns.receipt, 14), ({ receipt }) => receipt ?? null], [day, ({ day }) => day]],
    members: [[day, ({ day }) => day]],
  };
  const all: readonly [SheetColumn, (row: ShareRow) => SheetValue][] = [
    [text(columns.unit, 30), (row) => row.unitName],
    ...inside[kind],
    [text(columns.number, 14), ({ lastFour }) => `••••${lastFour ?? ""}`],
    [text(columns.counts, 8), ({ counts }) => (counts ? rowTexts.yes : rowTexts.no)],
    [text(columns.why, 40), ({ since, ...row }) => rowReason(query.indicator, { ...row, since: since && formatDate(since) })],
  ];
  return {
    name: rowTexts.tab,
    title: rowTexts.heading(unitName, reportIndicatorNames[query.indicator].short),
    about: aboutOf(query, kind, count, today),
    columns: all.map(([column]) => column),
    rows: rows.map((row) => all.map(([, value]) => value(row))),
  };
}

/** Which rows, of which days, and as of when where that is past. */
function aboutOf({ of, first, through, asOf }: ShareRowsQuery, kind: "accounts" | "dossiers" | "members", count: number, today: LocalDate): string[] {
  const window = kind === "members" ? rowTexts.onDay(formatDate(through)) : first ? rowTexts.period(formatDate(first), formatDate(through)) : rowTexts.until(formatDate(through));
  const known = !asOf || asOf >= today ? [] : [kind === "accounts" ? rowTexts.accountsOfThen(formatDate(asOf)) : rowTexts.ofThen(formatDate(asOf))];
  return [`${rowTexts.counts[of](formatCount(count))}. ${window} ${rowTexts.masked}`, ...known];
}
