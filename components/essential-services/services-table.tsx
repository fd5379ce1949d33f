import { TablePanel } from "@/components/ui/table-panel";
import { formatRate, type ServiceRow } from "@/lib/domain/report/essential-services";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";

const { columns } = texts;

type Counts = Pick<ServiceRow, "total" | "online">;
type Props = { readonly rows: readonly ServiceRow[]; readonly total: Counts; readonly received: Counts; readonly without: readonly string[] };

/** A row per service as the report prints it, the services together, and below what the register has beside them. */
export function ServicesTable({ rows, total, received, without }: Props) {
  return (
    <TablePanel
      title={texts.table}
      className="services"
      below={
        <div className="panel-note desk-dense">
          <p>{texts.received(formatCount(received.total), formatCount(received.total - total.total))}</p>
          {without.length > 0 && (
            <details>
              <summary>{texts.withoutCount(formatCount(without.length))}</summary>
              <ul>{without.map((name) => <li key={name}>{name}</li>)}</ul>
            </details>
          )}
        </div>
      }
    >
      <thead>
        <tr>
          <th scope="col" className="num">{columns.number}</th>
          <th scope="col">{columns.service}</th>
          {[columns.total, columns.online, columns.inPerson, columns.rate].map((head) => <th key={head} scope="col" className="num">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && <tr><td colSpan={6}>{texts.nothing}</td></tr>}
        {rows.map((row, index) => (
          <tr key={row.slug}>
            <td className="num">{index + 1}</td>
            <th scope="row" className="row-name">{row.name}</th>
            <CountCells of={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row" className="row-name">{texts.total}</th>
          <CountCells of={total} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

function CountCells({ of: counts }: { readonly of: Counts }) {
  return (
    <>
      <td className="num">{formatCount(counts.total)}</td>
      <td className="num">{formatCount(counts.online)}</td>
      <td className="num">{formatCount(counts.total - counts.online)}</td>
      <td className="num">{formatRate(counts) ?? "–"}</td>
    </>
  );
}
