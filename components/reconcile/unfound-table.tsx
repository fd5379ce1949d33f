import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { RegisterKind, UnfoundUnit } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";
import { standingHref } from "./reconcile-href";

/** Where the register doesn't know what was claimed, and for how long. */
export function UnfoundTable({ kind, units }: { readonly kind: RegisterKind; readonly units: readonly UnfoundUnit[] }) {
  if (units.length === 0) return null;
  const { ages } = reconcileTexts;
  return (
    <TablePanel title={reconcileTexts.unfound(units.length)} aside={<p className="desk-dense text-ink-2">{reconcileTexts.unfoundNote}</p>}>
      <TableHead columns={[
        reconcileTexts.unit, { number: ages.recent }, { number: ages.late }, { number: ages.overdue }, { number: ages.sum },
      ]} />
      <tbody>
        {units.map(({ unitId, unitName, recent, late, overdue }) => (
          <tr key={unitId}>
            <th scope="row" className="row-name"><Link prefetch={false} href={standingHref(kind, "notFound", { unit: unitId })}>{unitName}</Link></th>
            <td className="num">{formatCount(recent)}</td>
            <td className="num">{formatCount(late)}</td>
            <td className={`num ${overdue > 0 ? "font-semibold text-warn" : ""}`}>{formatCount(overdue)}</td>
            <td className="num font-semibold">{formatCount(recent + late + overdue)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
