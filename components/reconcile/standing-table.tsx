import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { ImportResult, PreviousImport, RegisterKind } from "@/lib/protocol/imports";
import { reconcileTexts, standingTexts } from "@/lib/text/desk-reconcile";
import { formatCount, formatDay, formatShare } from "@/lib/text/moment";
import { standingHref } from "./reconcile-href";
import { StandingBar } from "./standing-bar";
import { standingRows, sumOf } from "./standing-rows";

type Props = { readonly kind: RegisterKind; readonly result: ImportResult; /** The import before this one, which the change is against; without one, the moment before this one. */ readonly previous: PreviousImport | undefined };

/** How everything that claims something of this kind stands after the import. */
export function StandingTable({ kind, result, previous }: Props) {
  const rows = standingRows(result.after?.[kind] ?? {}, (previous?.after ?? result.before)?.[kind] ?? {});
  const newly = result.newlyMatched?.[kind] ?? 0;
  const { columns } = reconcileTexts;
  if (rows.length === 0) return null;
  return (
    <TablePanel
      title={reconcileTexts.outcomes(formatCount(sumOf(result.after?.[kind] ?? {})), kind)}
      className="standing-table"
      aside={<p className="desk-dense text-ink-2">{[newly > 0 && reconcileTexts.newlyMatched(formatCount(newly)), previous ? reconcileTexts.against(formatDay(previous.at)) : reconcileTexts.againstBefore].filter(Boolean).join(" · ")}</p>}
      above={<div className="standing-chart"><StandingBar rows={rows} /></div>}
    >
      <TableHead columns={[
        columns.standing, { number: columns.count }, { number: columns.share }, { number: columns.change }, columns.meaning,
        { unseen: reconcileTexts.seeEntries },
      ]} />
      <tbody>
        {rows.map(({ standing, count, share, change }) => (
          <tr key={standing}>
            <th scope="row" className="standing-name">
              <svg aria-hidden width="12" height="12"><rect className={`standing-${standing}`} width="12" height="12" rx="3" /></svg>
              {standingTexts[standing].name}
            </th>
            <td className="num font-semibold">{formatCount(count)}</td>
            <td className="num">{formatShare(share)}</td>
            <td className="num">{change > 0 ? `+${formatCount(change)}` : formatCount(change)}</td>
            <td>{standingTexts[standing].meaning}</td>
            <td className="num">
              {count > 0 && (
                <Link prefetch={false} className="standing-open" href={standingHref(kind, standing)} aria-label={reconcileTexts.seeEntriesOf(standingTexts[standing].name)}>
                  {reconcileTexts.seeEntries}<ChevronRight aria-hidden size={16} />
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
