import "server-only";
import { reportMonth } from "@/lib/domain/report/essential-services";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ServiceRows, ServiceRowsQuery } from "@/lib/protocol/register-rows";
import type { SheetTable } from "@/lib/protocol/sheets";
import { allRows } from "@/lib/server/database/rows-part";
import { parseServiceRows } from "@/lib/server/members/rows-query";
import { readServiceRows } from "@/lib/server/reports/read-service-rows";
import { essentialServiceTexts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";
import { rowTexts } from "@/lib/text/register-rows";
import { saveSheetExport } from "./save-sheet-export";
import { cutNotes } from "./share-rows-sheet";
import type { SheetReader } from "./sheet";

const { columns } = rowTexts;

/** The dossiers behind a number of the essential services: /desk/essential-services/rows. Who took them along is written down. */
export const readServiceRowsSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const query = parseServiceRows(parameters);
  const found = query && (await readServiceRows(actor, query, now, allRows));
  if (!query || !found) return undefined;
  await saveSheetExport(actor, "exportServiceRows", parameters, found.rows.length, now);
  return { fileName: rowTexts.fileNames.services(query.month), orientation: "landscape", tables: [{ ...serviceRowsTable(found, query), notes: cutNotes(found) }] };
};

export function serviceRowsTable({ title, count, rows }: ServiceRows, { month, asOf, channel }: ServiceRowsQuery): SheetTable {
  const { from, through } = reportMonth(month);
  return {
    name: rowTexts.tab,
    title: `${title}${channel ? `: ${rowTexts.channels[channel]}` : ""}`,
    about: [
      `${rowTexts.servicesCount(formatCount(count))}. ${essentialServiceTexts.days(formatDate(from), formatDate(through))} ${essentialServiceTexts.asOf(formatDate(asOf))}`,
      rowTexts.masked,
    ],
    columns: [
      { head: columns.code, kind: "text", width: 26 }, { head: columns.received, kind: "day", width: 13 }, { head: columns.service, kind: "text", width: 60 },
      { head: columns.number, kind: "text", width: 14 }, { head: columns.channel, kind: "text", width: 14 },
    ],
    rows: rows.map(({ code, day, service, lastFour, channel }) => [code, day, service ?? essentialServiceTexts.unnamed, `••••${lastFour ?? ""}`, channel === "online" ? rowTexts.channels.online : rowTexts.channels.inPerson]),
  };
}
