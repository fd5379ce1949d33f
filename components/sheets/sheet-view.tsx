import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetKind, SheetRow, SheetTable, SheetValue } from "@/lib/protocol/sheets";
import { formatCount, formatDecimal, formatShare } from "@/lib/text/moment";

/** A table on the screen as its file has it. */
export function SheetView({ table: { name, columns, rows, totals = [], notes = [] } }: { readonly table: SheetTable }) {
  return (
    <TablePanel title={name} below={notes.map((note) => <p key={note} className="panel-note desk-dense">{note}</p>)}>
      <TableHead columns={columns.map((column) => (classOf(column) ? { number: column.head } : column.head))} />
      <tbody>{rows.map((row, index) => <Row key={index} row={row} columns={columns} />)}</tbody>
      {totals.length > 0 && <tfoot>{totals.map((row, index) => <Row key={index} row={row} columns={columns} />)}</tfoot>}
    </TablePanel>
  );
}

function Row({ row, columns }: { readonly row: SheetRow; readonly columns: readonly SheetColumn[] }) {
  return (
    <tr>
      {row.map((value, index) => {
        const column = columns[index]!;
        const text = textOf(value, column.kind);
        return index === 0 ? <th key={index} scope="row" className="row-name">{text}</th> : <td key={index} className={classOf(column)}>{text}</td>;
      })}
    </tr>
  );
}

function classOf({ kind, isRight }: SheetColumn): string | undefined {
  return kind === "text" && !isRight ? undefined : "num";
}

function textOf(value: SheetValue, kind: SheetKind): string {
  if (value === null) return "";
  if (typeof value === "object") return textOf(value.value, value.kind);
  if (typeof value === "string") return kind === "day" ? formatDate(value as LocalDate) : value;
  if (kind === "decimal") return formatDecimal(value);
  return kind === "share" ? formatShare(value) : formatCount(value);
}
