import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { entryIndicators, stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import type { IndicatorNumbers, UnitNumbers } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { indicatorNames } from "@/lib/text/outcomes";
import { NumberLink } from "./number-link";
import { unitHref } from "./number-href";

/** The units below with the same numbers; the last line is what they and the unit's own add up to. */
export function ChildrenTable({ numbers }: { readonly numbers: UnitNumbers }) {
  const { children, direct, total, period } = numbers;
  const hasDirect = entryIndicators.some((indicator) => stages.some((stage) => direct[indicator][stage] !== 0));
  if (children.length === 0) return <p className="desk-dense text-ink-2">{unitNumbers.noChildren}</p>;
  return (
    <TablePanel title={unitNumbers.children} aside={<p className="desk-caption text-ink-2">{unitNumbers.childrenNote}</p>} className="children-table">
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="corner">{unitNumbers.unit}</th>
          {inOrder.map((indicator) => (
            <th key={indicator} scope="colgroup" colSpan={stages.length} className="group">
              {`${indicatorNames[indicator].number}. ${indicatorNames[indicator].short}`}
            </th>
          ))}
        </tr>
        <tr>
          {inOrder.map((indicator) =>
            stages.map((stage) => (
              <th key={`${indicator} ${stage}`} scope="col" className="num">{unitNumbers[stage]}</th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {children.map((child) => (
          <tr key={child.id}>
            <th scope="row" className="row-name">
              <Link prefetch={false} href={unitHref(child.id, period)}>{child.name}</Link>
            </th>
            <Numbers of={child.numbers} unit={child} period={period} />
          </tr>
        ))}
        {hasDirect && (
          <tr>
            <th scope="row" className="row-name">{unitNumbers.direct}</th>
            <Numbers of={direct} unit={total} period={period} direct />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="row-name">{unitNumbers.total}</th>
          <Numbers of={total.numbers} unit={total} period={period} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

const inOrder: readonly EntryIndicator[] = [...entryIndicators].sort((a, b) => indicatorNames[a].number - indicatorNames[b].number);

function Numbers({
  of,
  unit,
  period,
  direct = false,
}: {
  readonly of: IndicatorNumbers;
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: UnitNumbers["period"];
  readonly direct?: boolean;
}) {
  return inOrder.flatMap((indicator) =>
    stages.map((stage) => (
      <td key={`${indicator} ${stage}`} className="num">
        <NumberLink value={of[indicator][stage]} unit={unit} indicator={indicator} stage={stage} period={period} direct={direct} />
      </td>
    )),
  );
}
