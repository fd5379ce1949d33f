import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { Standing } from "@/lib/domain/report/standing";
import { formatDate } from "@/lib/domain/time/local-date";
import type { RegisterKind, StandingPage } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount, formatDay } from "@/lib/text/moment";
import { standingHref } from "./reconcile-href";

type Props = { readonly kind: RegisterKind; readonly standing: Standing; readonly unit: string | undefined; readonly page: StandingPage };

/** The outcomes behind a number; each opens its entry. */
export function StandingList({ kind, standing, unit, page }: Props) {
  const { listColumns: columns } = reconcileTexts;
  return (
    <TablePanel
      title={page.unitName ?? reconcileTexts.allUnits}
      aside={<p className="desk-dense text-ink-2">{reconcileTexts.listCount(formatCount(page.count))}</p>}
      none={page.outcomes.length === 0 && reconcileTexts.listEmpty}
      below={page.next && (
        <div className="import-bar"><Link prefetch={false} className={denseButtonClass()} href={standingHref(kind, standing, { ...(unit ? { unit } : {}), after: page.next })}>{reconcileTexts.next}</Link></div>
      )}
    >
      <TableHead columns={[
        kind === "dossier" ? columns.key : columns.lastFour, columns.receipt, columns.unit, columns.author, columns.day,
        columns.since,
      ]} />
      <tbody>
        {page.outcomes.map(({ outcomeId, entryId, receipt, code, lastFour, unitName, authorName, happenedOn, since }) => (
          <tr key={outcomeId}>
            <th scope="row">{kind === "dossier" ? (code ?? reconcileTexts.noCode) : lastFour ? `••••${lastFour}` : ""}</th>
            <td><Link prefetch={false} href={`/desk/review?entry=${entryId}`}>{receipt}</Link></td>
            <td>{unitName}</td>
            <td>{authorName}</td>
            <td className="tabular-nums">{formatDate(happenedOn)}</td>
            <td className="tabular-nums">{formatDay(since)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
