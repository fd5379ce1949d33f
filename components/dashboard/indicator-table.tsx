import { TablePanel } from "@/components/ui/table-panel";
import { entryIndicators, stages, type EntryIndicator } from "@/lib/domain/report/indicator";
import type { UnitNumbers, UnitRow, Waiting } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { formatCount, formatShare } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import { Bullet } from "./bullet";
import { BulletLegend } from "./bullet-legend";
import { NumberLink } from "./number-link";
import { WaitingCell } from "./waiting-cell";

/** In the scheme's order; what nobody records by hand waits for the register and says so. */
const rows: readonly (EntryIndicator | { readonly number: number; readonly name: string })[] = [
  "member_accounts",
  "citizen_accounts",
  { number: 3, name: unitNumbers.indicatorThree },
  { number: 4, name: unitNumbers.indicatorFour },
  "online_dossiers",
  "articles",
  "households",
  "vneid_accounts",
  "informed_members",
];

/** The unit's indicators: recorded, confirmed, matched, what still waits for evidence, and all against the target as a bar. */
export function IndicatorTable({ numbers: { total, waiting, period, year, asOf } }: { readonly numbers: UnitNumbers }) {
  // Without a target a bar says nothing alone: those share one scale.
  const common = Math.max(...entryIndicators.filter((indicator) => !total.targets[indicator]).map((indicator) => total.numbers[indicator].recorded));
  return (
    <TablePanel title={unitNumbers.indicators} aside={<BulletLegend />}>
      <thead>
        <tr>
          <th scope="col">{unitNumbers.indicators}</th>
          {stages.map((stage) => <th key={stage} scope="col" className="num">{unitNumbers[stage]}</th>)}
          <th scope="col">{unitNumbers.waiting}</th>
          <th scope="col" className="num">{unitNumbers.target(year)}</th>
          <th scope="col" colSpan={2}>{unitNumbers.ofTarget}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          typeof row === "string" ? (
            <IndicatorRow key={row} indicator={row} unit={total} waiting={waiting[row] ?? []} period={period} common={common} asOf={asOf} />
          ) : (
            <tr key={row.number}>
              <th scope="row" className="row-name">{`${row.number}. ${row.name}`}</th>
              <td colSpan={stages.length} className="num-note">{unitNumbers.notMatchedYet}</td>
              <td colSpan={4} />
            </tr>
          ),
        )}
      </tbody>
    </TablePanel>
  );
}

function IndicatorRow({
  indicator,
  unit,
  waiting,
  period,
  common,
  asOf,
}: {
  readonly indicator: EntryIndicator;
  readonly unit: UnitRow;
  readonly waiting: readonly Waiting[];
  readonly period: UnitNumbers["period"];
  readonly common: number;
  readonly asOf: string;
}) {
  const { recorded, confirmed, matched } = unit.numbers[indicator];
  const target = unit.targets[indicator];
  const { number, full, short } = indicatorNames[indicator];
  const targetText = target === undefined ? unitNumbers.noTarget : formatCount(target);
  return (
    <tr>
      <th scope="row" className="row-name">{`${number}. ${full}`}</th>
      {stages.map((stage) => (
        <td key={stage} className="num">
          <NumberLink value={unit.numbers[indicator][stage]} unit={unit} indicator={indicator} stage={stage} period={period} />
        </td>
      ))}
      <td className="waiting">
        <WaitingCell waiting={waiting} unit={unit} indicator={indicator} period={period} asOf={asOf} />
      </td>
      <td className="num">{targetText}</td>
      <td className="bullet-cell">
        <Bullet
          label={unitNumbers.chart(short, formatCount(recorded), formatCount(confirmed), formatCount(matched), targetText)}
          recorded={recorded}
          confirmed={confirmed}
          matched={matched}
          target={target}
          scale={target ? target * 1.3 : common}
        />
      </td>
      <td className="num font-semibold">{target ? formatShare(matched / target) : "–"}</td>
    </tr>
  );
}
