import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import type { MemberImport } from "@/lib/protocol/imports";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { formatCount, formatDay, momentText } from "@/lib/text/moment";
import { memberImportHref } from "./members-href";

/** Who imported which files, and what came of them. */
export function ImportHistory({ imports }: { readonly imports: readonly MemberImport[] }) {
  const { historyColumns: columns } = texts;
  return (
    <TablePanel title={texts.history} below={imports.length === 0 ? <p className="panel-note desk-body">{texts.historyNone}</p> : undefined}>
      {imports.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">{columns.when}</th>
              <th scope="col">{columns.file}</th>
              <th scope="col">{columns.day}</th>
              <th scope="col">{columns.who}</th>
              <th scope="col" className="num">{columns.rows}</th>
              <th scope="col" className="num">{columns.news}</th>
              <th scope="col" className="num">{columns.changed}</th>
              <th scope="col">{columns.status}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, fileName, options, importedBy, startedAt, acceptedAt, rowCount, newCount, changedCount, status, sameAs }) => (
              <tr key={id}>
                <td className="tabular-nums">{momentText(acceptedAt ?? startedAt)}</td>
                <th scope="row" className="row-name"><Link prefetch={false} href={memberImportHref(id)}>{fileName}</Link></th>
                <td className="tabular-nums">{formatDay(`${options.asOf}T00:00:00+07:00`)}</td>
                <td>{importedBy}</td>
                <td className="num">{formatCount(rowCount)}</td>
                <td className="num">{formatCount(newCount)}</td>
                <td className="num">{formatCount(changedCount)}</td>
                <td>{sameAs ? texts.sameStatus : texts.statuses[status]}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </TablePanel>
  );
}
