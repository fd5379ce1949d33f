import "server-only";
import type { SheetRow, SheetTable } from "@/lib/protocol/sheets";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import type { AllowanceSheet } from "@/lib/protocol/shifts";
import { readAllowance } from "@/lib/server/shifts/read-allowance";
import { allowanceQueryOf } from "@/lib/server/shifts/shifts-query";
import { deskAllowance, memberKindNames } from "@/lib/text/desk-shifts";
import { formatCount, momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import { readIssuer } from "./read-issuer";
import type { SheetReader } from "./sheet";

const texts = sheetTexts.allowance;

/** The month's allowance to sign for: /desk/allowance. */
export const readAllowanceSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  if (supervisedUnits(actor).length === 0) return undefined;
  const read = await readAllowance(actor, allowanceQueryOf(parameters), now);
  if (!read.ok) return undefined;
  const sheet = read.value;
  const { made, leader, unit } = sheetTexts.signers;
  return {
    fileName: sheetTexts.fileNames.allowance(sheet.month),
    orientation: "landscape",
    tables: [allowanceTable(sheet, now)],
    issuer: { ...(await readIssuer(actor, sheet.unit.id)), signers: [made, leader, unit] },
  };
};

export function allowanceTable({ unit, month, rows, shifts, amount, waiting }: AllowanceSheet, now: string): SheetTable {
  const { columns } = deskAllowance;
  return {
    name: texts.tab,
    title: texts.title,
    about: [texts.about(unit.name, deskAllowance.monthName(month)), sheetTexts.asOf(momentText(now))],
    columns: [
      { head: columns.number, kind: "count", width: 6 }, { head: columns.person, kind: "text", width: 28 }, { head: columns.kind, kind: "text", width: 18 },
      { head: columns.shifts, kind: "count", width: 9 }, { head: columns.unplanned, kind: "count", width: 10 }, { head: columns.rate, kind: "text", width: 16 },
      { head: columns.amount, kind: "count", width: 16 }, { head: texts.unpaid, kind: "text", width: 18 }, { head: texts.signature, kind: "text", width: 16 },
    ],
    rows: rows.map((row, index) => rowOf(row, index + 1)),
    totals: [["", sheetTexts.total, "", shifts, rows.reduce((sum, { unplanned }) => sum + unplanned, 0), "", amount, "", ""]],
    notes: [texts.amountInWords(formatCount(amount)), ...(waiting > 0 ? [deskAllowance.waiting(waiting)] : [])],
  };
}

function rowOf({ personName, memberKind, shifts, unplanned, lines, amount, unpaid }: AllowanceSheet["rows"][number], number: number): SheetRow {
  const rates = lines.map((line) => (lines.length === 1 ? formatCount(line.rate) : deskAllowance.line(formatCount(line.shifts), formatCount(line.rate))));
  return [number, personName, memberKindNames[memberKind], shifts, unplanned, rates.join("; "), amount, unpaid.map(({ reason, day }) => `${deskAllowance.unpaid[reason]} ${day.slice(8)}/${day.slice(5, 7)}`).join("; "), ""];
}
