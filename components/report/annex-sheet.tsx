import type { Annex, AnnexRow } from "@/lib/domain/report/report-document";
import type { ReportView } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { AnnexCell } from "./annex-cell";

/** An annex as it is printed: A4 turned, its column numbers, its notes. */
export function AnnexSheet({ report, annex }: { readonly report: ReportView; readonly annex: Annex }) {
  const nameAt = annex.columns.findIndex(({ kind }) => kind === "name");
  const whole = annex.columns.reduce((sum, { width }) => sum + width, 0);
  const rowsOf = (rows: readonly AnnexRow[], name: string) => rows.map((row, index) => (
    <tr key={`${name} ${index}`}>
      {row.cells.map((cell, at) => <AnnexCell key={at} report={report} of={row.of} cell={cell} isName={at === nameAt} />)}
    </tr>
  ));
  const corrections = report.snapshot.corrections?.differences ?? [];
  return (
    <article className="annex-sheet" aria-label={reportTexts.annexTitle(annex.label)}>
      {!report.published && <p className="annex-draft">{reportTexts.draftMark}</p>}
      <p className="annex-label">{annex.label}</p>
      {annex.title.map((line) => <p key={line} className="annex-title">{line}</p>)}
      <p className="annex-attached">{annex.attachedTo}</p>
      <table>
        <colgroup>{annex.columns.map(({ width }, index) => <col key={index} style={{ width: `${(width / whole) * 100}%` }} />)}</colgroup>
        <thead>
          {annex.head.map((row, index) => (
            <tr key={index}>{row.map(({ text, columns, rows }, at) => <th key={at} scope={columns > 1 ? "colgroup" : "col"} colSpan={columns} rowSpan={rows}>{text}</th>)}</tr>
          ))}
          <tr className="annex-numbers">{annex.columnNumbers.map(({ text, columns, rows }, at) => <td key={at} colSpan={columns} rowSpan={rows}>{text}</td>)}</tr>
        </thead>
        <tbody>{rowsOf(annex.rows, "row")}</tbody>
        <tfoot>{rowsOf(annex.totals, "total")}</tfoot>
      </table>
      {annex.notes.length > 0 && <p className="annex-notes-head">{annex.notesHead}</p>}
      {annex.notes.map((note) => <p key={note} className="annex-note">{note}</p>)}
      {corrections.length > 0 && <p className="annex-legend">{reportTexts.correctedLegend}</p>}
    </article>
  );
}
