import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import type { ImportSummary } from "@/lib/protocol/imports";
import { reconcileTexts, registerKindNames } from "@/lib/text/desk-reconcile";
import { formatCount, momentText } from "@/lib/text/moment";
import { importHref } from "./reconcile-href";

/** Who imported what, and what came of it. */
export function HistoryTable({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { historyColumns: columns } = reconcileTexts;
  return (
    <TablePanel title={reconcileTexts.history} below={imports.length === 0 ? <p className="panel-note desk-body">{reconcileTexts.historyNone}</p> : undefined}>
      {imports.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">{columns.when}</th>
              <th scope="col">{columns.file}</th>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.who}</th>
              <th scope="col" className="num">{columns.rows}</th>
              <th scope="col" className="num">{columns.news}</th>
              <th scope="col" className="num">{columns.changed}</th>
              <th scope="col">{columns.status}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, kind, source, fileName, importedBy, startedAt, acceptedAt, rowCount, newCount, changedCount, status, sameAs }) => (
              <tr key={id}>
                <td className="tabular-nums">{momentText(acceptedAt ?? startedAt)}</td>
                <th scope="row" className="row-name"><Link prefetch={false} href={importHref(id)}>{source === "connector" ? reconcileTexts.fromConnector : fileName}</Link></th>
                <td>{registerKindNames[kind]}</td>
                <td>{importedBy}</td>
                <td className="num">{formatCount(rowCount)}</td>
                <td className="num">{formatCount(newCount)}</td>
                <td className="num">{formatCount(changedCount)}</td>
                <td>{sameAs ? reconcileTexts.sameStatus : reconcileTexts.statuses[status]}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </TablePanel>
  );
}
