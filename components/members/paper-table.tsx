import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { PaperDossiers } from "@/lib/protocol/members";
import { memberTexts } from "@/lib/text/desk-members";
import { formatCount, formatDay } from "@/lib/text/moment";
import { paperHref } from "./members-href";

type Props = { readonly list: PaperDossiers; readonly unitId: string; readonly day: string; readonly page: number };

/** Dossiers that could have been done online, by unit. Of a number only its end. */
export function PaperTable({ list: { count, dossiers, hasNext }, unitId, day, page }: Props) {
  const { paper } = memberTexts;
  return (
    <TablePanel title={paper.count(formatCount(count))} className="paper-table" none={dossiers.length === 0 && paper.none} below={(page > 0 || hasNext) && (
      <nav aria-label={paper.pages} className="paper-pages">
        {page > 0 && <Link className={denseButtonClass()} href={paperHref(unitId, day, page - 1)}>{paper.previous}</Link>}
        {hasNext && <Link className={denseButtonClass()} href={paperHref(unitId, day, page + 1)}>{paper.next}</Link>}
      </nav>
    )}>
      <TableHead columns={[
        paper.columns.unit, paper.columns.code, paper.columns.day, paper.columns.service, paper.columns.number, paper.columns.who,
      ]} />
      <tbody>
        {dossiers.map(({ code, unitName, receivedOn, service, lastFour, unionMember }) => (
          <tr key={code}>
            <td>{unitName}</td>
            <th scope="row" className="row-name tabular-nums">{code}</th>
            <td className="tabular-nums">{formatDay(`${receivedOn}T00:00:00+07:00`)}</td>
            <td>{service}</td>
            <td className="tabular-nums">{`••••${lastFour}`}</td>
            <td>{unionMember ? paper.member : paper.employee}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
