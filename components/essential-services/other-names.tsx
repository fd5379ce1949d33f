import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { NamedDossiers } from "@/lib/domain/report/essential-services";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";
import { RowsLink, type RowsHref } from "./rows-link";

/** A register has some two thousand procedures; another name of an essential service is among the frequent ones. */
const mostListed = 40;

/** What the register calls something else, most dossiers first: whether one of them is meant is for people to see. */
export function OtherNames({ others, hrefOf }: { readonly others: readonly NamedDossiers[]; readonly hrefOf?: RowsHref | undefined }) {
  if (others.length === 0) return null;
  const rest = others.slice(mostListed);
  return (
    <TablePanel
      title={texts.others}
      below={
        <p className="panel-note desk-dense">
          {texts.othersNote} {rest.length > 0 && texts.othersCut(formatCount(rest.length), formatCount(rest.reduce((sum, { total }) => sum + total, 0)))}
        </p>
      }
    >
      <TableHead columns={[
        texts.columns.service, { number: texts.columns.total }, { number: texts.columns.online }, { number: texts.columns.inPerson },
      ]} />
      <tbody>
        {others.slice(0, mostListed).map(({ service, total, online }) => (
          <tr key={service ?? ""}>
            <th scope="row" className="row-name">{service ?? texts.unnamed}</th>
            <td className="num"><RowsLink count={total} name={service ?? texts.unnamed} href={hrefOf?.({ name: service ?? "" })} /></td>
            <td className="num"><RowsLink count={online} name={service ?? texts.unnamed} href={hrefOf?.({ name: service ?? "" }, "online")} /></td>
            <td className="num"><RowsLink count={total - online} name={service ?? texts.unnamed} href={hrefOf?.({ name: service ?? "" }, "inPerson")} /></td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
