import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import type { AllowanceRow } from "@/lib/domain/shift/allowance";
import type { AllowanceSheet } from "@/lib/protocol/shifts";
import { deskAllowance as text, memberKindNames } from "@/lib/text/desk-shifts";
import { formatCount } from "@/lib/text/moment";
import { shortDay } from "./day-text";

/** One row per person, and what of theirs is not paid with the entry behind it. */
export function AllowanceTable({ sheet: { rows, shifts, amount, waiting } }: { readonly sheet: AllowanceSheet }) {
  return (
    <section className="desk-panel">
      {waiting > 0 && (
        <p className="desk-dense shift-screen px-3.5 pt-3 text-warn">
          {text.waiting(waiting)} <Link className="font-semibold underline" href="/desk/review?view=all">{text.openQueue}</Link>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="desk-body p-6 text-ink-2">{text.nothing}</p>
      ) : (
        <div className="shift-scroll p-1" role="region" aria-label={text.title} tabIndex={0}>
          <table className="desk-table">
            <TableHead columns={[
              { number: text.columns.number }, text.columns.person, text.columns.kind, { number: text.columns.shifts },
              { number: text.columns.unplanned }, { number: text.columns.rate }, { number: text.columns.amount },
              text.columns.unpaid,
            ]} />
            <tbody>{rows.map((row, index) => <Row key={row.personId} row={row} number={index + 1} />)}</tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>{text.total}</th>
                <td className="num">{formatCount(shifts)}</td>
                <td colSpan={2} />
                <td className="num">{formatCount(amount)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
          <p className="desk-caption px-2.5 py-2 text-ink-2">{text.unpaidNote}</p>
        </div>
      )}
    </section>
  );
}

function Row({ row, number }: { readonly row: AllowanceSheet["rows"][number]; readonly number: number }) {
  const { personName, memberKind, shifts, unplanned, lines, amount, unpaid } = row;
  return (
    <tr>
      <td className="num">{number}</td>
      <th scope="row" className="font-medium! text-ink!">{personName}</th>
      <td>{memberKindNames[memberKind]}</td>
      <td className="num">{formatCount(shifts)}</td>
      <td className="num">{unplanned > 0 ? formatCount(unplanned) : "–"}</td>
      <td className="num">{lines.length === 0 ? "–" : lines.map((line) => <span key={line.rate} className="block">{lineText(line, lines.length)}</span>)}</td>
      <td className="num font-semibold">{formatCount(amount)}</td>
      <td>{unpaid.length > 0 && <Unpaid unpaid={unpaid} personName={personName} />}</td>
    </tr>
  );
}

/** The number of shifts is said again only where there are several rates. */
function lineText({ rate, shifts }: AllowanceRow["lines"][number], of: number): string {
  return of === 1 ? formatCount(rate) : text.line(formatCount(shifts), formatCount(rate));
}

function Unpaid({ unpaid, personName }: { readonly unpaid: AllowanceRow["unpaid"]; readonly personName: string }) {
  return (
    <ul className="shift-unpaid">
      {unpaid.map(({ entryId, day, reason }) => (
        <li key={entryId} className="inline-flex items-center gap-1">
          <TriangleAlert aria-hidden size={14} className="flex-none text-warn" />
          <Link prefetch={false} href={`/desk/review?view=decided&entry=${entryId}`} aria-label={text.openEntry(text.unpaid[reason], personName, shortDay(day))}>
            {text.unpaid[reason]} {shortDay(day)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
