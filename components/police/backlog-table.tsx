import Link from "next/link";
import type { ReactNode } from "react";
import { TableHead } from "@/components/ui/table-head";
import { isPoliceKind } from "@/lib/domain/evidence/checked-kind";
import type { BacklogRow } from "@/lib/protocol/evidence";
import { policeKindNames, policeTexts } from "@/lib/text/desk-police";
import { formatCount, formatDay } from "@/lib/text/moment";

const { columns } = policeTexts;

type Props = {
  readonly rows: readonly BacklogRow[];
  readonly hrefOf?: (row: BacklogRow) => string;
  /** Where the entries behind what is open are, for whoever reads them. */
  readonly entriesHrefOf?: (row: BacklogRow) => string;
};

/** What is open by place and kind, since when, and what the Friday's batch still lacks. */
export function BacklogTable({ rows, hrefOf, entriesHrefOf }: Props) {
  return (
    <div className="table-scroll">
      <table className="desk-table police-backlog">
        <caption className="sr-only">{policeTexts.areasTitle}</caption>
        <TableHead columns={[columns.area, columns.kind, { number: columns.open }, { number: columns.since }, { number: columns.due }]} />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.areaId ?? ""}/${row.kind}`}>
              <th scope="row" className="row-name">{row.areaName ?? policeTexts.noArea}</th>
              <td>{isPoliceKind(row.kind) && linked(hrefOf?.(row), policeKindNames[row.kind])}</td>
              <td className="num">{isPoliceKind(row.kind) && counted(row.open, entriesHrefOf?.(row), `${policeKindNames[row.kind]}, ${row.areaName ?? policeTexts.noArea}`)}</td>
              <td className="num">{formatDay(row.oldest)}</td>
              <td className="num" data-due={row.due > 0 || undefined}>{formatCount(row.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function counted(count: number, href: string | undefined, name: string): ReactNode {
  const words = formatCount(count);
  return href ? <Link prefetch={false} href={href} aria-label={policeTexts.openCount(words, name)}>{words}</Link> : words;
}

function linked(href: string | undefined, text: string): ReactNode {
  return href ? <Link href={href}>{text}</Link> : text;
}
