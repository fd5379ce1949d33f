import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatRate, type ServiceRow } from "@/lib/domain/report/essential-services";
import type { RowChannel } from "@/lib/protocol/register-rows";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";
import { RowsLink, type RowsHref } from "./rows-link";

const { columns } = texts;

type Counts = Pick<ServiceRow, "total" | "online">;
type Props = {
  readonly rows: readonly ServiceRow[]; readonly total: Counts; readonly received: Counts; readonly without: readonly string[];
  /** Where the dossiers behind a number are, for whoever sees them. */
  readonly hrefOf?: RowsHref | undefined;
};

/** A row per service as the report prints it, the services together, and below what the register has beside them. */
export function ServicesTable({ rows, total, received, without, hrefOf }: Props) {
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
      <TableHead columns={[
        { number: columns.number }, columns.service, { number: columns.total }, { number: columns.online },
        { number: columns.inPerson }, { number: columns.rate },
      ]} />
      <tbody>
        {rows.length === 0 && <tr><td colSpan={6}>{texts.nothing}</td></tr>}
        {rows.map((row, index) => (
          <tr key={row.slug}>
            <td className="num">{index + 1}</td>
            <th scope="row" className="row-name">{row.name}</th>
            <CountCells of={row} name={row.name} hrefOf={hrefOf && ((channel) => hrefOf({ service: row.slug }, channel))} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row" className="row-name">{texts.total}</th>
          <CountCells of={total} name={texts.total} hrefOf={hrefOf && ((channel) => hrefOf({}, channel))} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

type CellsProps = { readonly of: Counts; readonly name: string; readonly hrefOf: ((channel?: RowChannel) => string) | undefined };

function CountCells({ of: counts, name, hrefOf }: CellsProps) {
  return (
    <>
      <td className="num"><RowsLink count={counts.total} name={name} href={hrefOf?.()} /></td>
      <td className="num"><RowsLink count={counts.online} name={name} href={hrefOf?.("online")} /></td>
      <td className="num"><RowsLink count={counts.total - counts.online} name={name} href={hrefOf?.("inPerson")} /></td>
      <td className="num">{formatRate(counts) ?? "–"}</td>
    </>
  );
}
