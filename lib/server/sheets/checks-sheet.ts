import "server-only";
import { officerKinds, type OfficerKind } from "@/lib/domain/evidence/checked-kind";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { CheckRow } from "@/lib/protocol/evidence";
import type { SheetColumn, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import { rolesOn } from "@/lib/server/auth/person";
import { readAllChecks } from "@/lib/server/evidence/read-check-page";
import { checkTexts, officerKindNames, officerTexts } from "@/lib/text/desk-checks";
import { evidenceReasonNames } from "@/lib/text/evidence";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

const { columns } = officerTexts;

/** Articles or events that wait for the officer, or that have a word: /desk/checks. Pages and talks, no citizens. */
export const readChecksSheet: SheetReader = async ({ person, parameters, now }) => {
  if (!rolesOn(person, localDateOf(now)).includes("officer")) return undefined;
  const kind = officerKinds.find((one) => one === parameters.kind) ?? "articlePublished";
  const view = parameters.view === "done" ? "done" : "open";
  const rows = await readAllChecks(person.actor, { kind, view }, now);
  return { fileName: sheetTexts.fileNames.checks(localDateOf(now)), orientation: "landscape", tables: [checksTable(rows, kind, view, now)] };
};

function checksTable(rows: readonly CheckRow[], kind: OfficerKind, view: "open" | "done", now: string): SheetTable {
  const text = (head: string, width: number, value: (row: CheckRow) => SheetValue): [SheetColumn, typeof value] => [{ head, kind: "text", width }, value];
  const all: [SheetColumn, (row: CheckRow) => SheetValue][] = [
    [{ head: columns.day, kind: "day", width: 12 }, ({ happenedOn }) => happenedOn],
    text(columns.title, 44, ({ title }) => title ?? null),
    ...(kind === "articlePublished"
      ? [text(columns.publisher, 30, ({ publisher }) => publisher ?? null), text(columns.link, 40, ({ url }) => url ?? null)]
      : [text(columns.place, 30, ({ placeName }) => placeName ?? null), text(columns.attendance, 24, ({ attendance }) => (attendance ? officerTexts.attendance(attendance.youth, attendance.others) : null))]),
    text(columns.unit, 30, ({ unitName }) => unitName ?? null),
    ...(view === "done" ? [text(columns.verdict, 30, verdictOf)] : []),
  ];
  return {
    name: officerKindNames[kind],
    title: `${officerTexts.title}: ${officerKindNames[kind]}, ${checkTexts.views[view].toLowerCase()}`,
    about: [sheetTexts.asOf(momentText(now))],
    columns: all.map(([column]) => column),
    rows: rows.map((row) => all.map(([, value]) => value(row))),
  };
}

function verdictOf({ said }: CheckRow): SheetValue {
  if (!said) return null;
  if (said.verdict === "confirmed") return checkTexts.confirmed;
  return said.reason ? `${checkTexts.refused}: ${evidenceReasonNames[said.reason].toLowerCase()}` : checkTexts.refused;
}
