import "server-only";
import { isPoliceKind } from "@/lib/domain/evidence/checked-kind";
import { localDateOf } from "@/lib/domain/time/local-date";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { policeKindNames, policeTexts } from "@/lib/text/desk-police";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

const { columns } = policeTexts;

/** What the police has not said yes or no to, by place and kind: /desk/police/backlog. */
export const readBacklogSheet: SheetReader = async ({ person: { actor }, now }) => {
  if (!keepsRegisters(actor, now)) return undefined;
  const rows = await readBacklog(actor, now);
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    fileName: sheetTexts.fileNames.backlog(localDateOf(now)),
    tables: [{
      name: sheetTexts.backlog.tab,
      title: sheetTexts.backlog.title,
      about: [policeTexts.backlogNote(momentText(now))],
      columns: [
        { head: columns.area, kind: "text", width: 32 }, { head: columns.kind, kind: "text", width: 20 },
        { head: columns.open, kind: "count", width: 14 }, { head: columns.since, kind: "day", width: 14 }, { head: columns.due, kind: "count", width: 14 },
      ],
      rows: rows.map(({ areaName, kind, open, oldest, due }) => [areaName ?? policeTexts.noArea, isPoliceKind(kind) ? policeKindNames[kind] : "", open, localDateOf(oldest), due]),
      totals: [[sheetTexts.total, "", sum(({ open }) => open), null, sum(({ due }) => due)]],
    }],
  };
};

