import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import type { CorrectedNumbers, PeriodNumbers } from "@/lib/protocol/periods";
import { periodTexts } from "@/lib/text/desk-periods";
import { indicatorNames } from "@/lib/text/outcomes";
import { CorrectedCells, CorrectedHead } from "./corrected-cells";
import { periodEntriesHref, periodHref } from "./periods-href";

type Props = { readonly numbers: PeriodNumbers; readonly indicator: EntryIndicator };

/** One indicator by the units below; they and what was recorded in the unit itself add up to its number. */
export function PeriodUnits({ numbers: { period, unit, parents, children, direct, total }, indicator }: Props) {
  const parent = parents.at(-1);
  return (
    <TablePanel
      title={`${periodTexts.byUnit(indicatorNames[indicator].short)}: ${unit.name}`}
      aside={parent && <p><Link className="text-brand underline" prefetch={false} href={periodHref(period.id, { unitId: parent.id, indicator })}>{parent.name}</Link></p>}
    >
      <CorrectedHead first={periodTexts.unit} />
      <tbody>
        {children.map(({ id, name, numbers }) => (
          <tr key={id}>
            <th scope="row" className="row-name"><Link prefetch={false} href={periodHref(period.id, { unitId: id, indicator })}>{name}</Link></th>
            <CorrectedCells numbers={numbers[indicator]} name={name} hrefOf={periodEntriesHref(period, id, indicator)} />
          </tr>
        ))}
        {hasSome(direct[indicator]) && <tr><th scope="row" className="row-name">{periodTexts.direct}</th><CorrectedCells numbers={direct[indicator]} name={periodTexts.direct} hrefOf={periodEntriesHref(period, unit.id, indicator, "own")} /></tr>}
      </tbody>
      <tfoot>
        <tr><th scope="row" className="row-name">{periodTexts.total}</th><CorrectedCells numbers={total[indicator]} name={periodTexts.total} hrefOf={periodEntriesHref(period, unit.id, indicator)} /></tr>
      </tfoot>
    </TablePanel>
  );
}

function hasSome(numbers: CorrectedNumbers[EntryIndicator]): boolean {
  return stages.some((stage) => numbers[stage].closed !== 0 || numbers[stage].correction !== 0);
}
