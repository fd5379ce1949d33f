import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { entryIndicators, stages, type EntryIndicator, type Stage } from "@/lib/domain/report/indicator";
import type { RuleEffect } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { formatCount } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";

type Cells = Partial<Record<Stage, { readonly before: number; readonly delta: number }>>;

/** What would change, by indicator and unit: each number before and after, and the difference as a bar. */
export function EffectTable({ effects }: { readonly effects: readonly RuleEffect[] }) {
  const shown = stages.filter((stage) => effects.some((effect) => effect.stage === stage));
  const widest = Math.max(1, ...entryIndicators.flatMap((indicator) => Object.values(totalOf(effects, indicator)).map(({ delta }) => Math.abs(delta))));
  return (
    <TablePanel title={ruleTexts.effectTitle}>
      <TableHead columns={[ruleTexts.unit, ...shown.map((stage) => ({ number: ruleTexts.stages[stage] })), ruleTexts.share]} />
      {entryIndicators.filter((indicator) => effects.some((effect) => effect.indicator === indicator)).map((indicator) => (
        <tbody key={indicator}>
          <tr><th scope="rowgroup" colSpan={shown.length + 2} className="rule-indicator">{`${indicatorNames[indicator].number}. ${indicatorNames[indicator].full}`}</th></tr>
          <EffectRow name={ruleTexts.province} cells={totalOf(effects, indicator)} shown={shown} widest={widest} />
          {unitsOf(effects, indicator).map(([unitId, name, cells]) => <EffectRow key={unitId} name={name} cells={cells} shown={shown} widest={widest} />)}
        </tbody>
      ))}
    </TablePanel>
  );
}

function EffectRow({ name, cells, shown, widest }: { readonly name: string; readonly cells: Cells; readonly shown: readonly Stage[]; readonly widest: number }) {
  return (
    <tr>
      <th scope="row" className="row-name">{name}</th>
      {shown.map((stage) => {
        const cell = cells[stage];
        return (
          <td key={stage} className="num">
            {cell ? <><span className="sr-only">{ruleTexts.fromTo(formatCount(cell.before), formatCount(cell.before + cell.delta))}, </span><b>{signed(cell.delta)}</b><span aria-hidden className="rule-before">{`${formatCount(cell.before)} → ${formatCount(cell.before + cell.delta)}`}</span></> : "–"}
          </td>
        );
      })}
      <td className="rule-bar-cell"><DeltaBar name={name} cells={cells} widest={widest} /></td>
    </tr>
  );
}

/** Left of the middle what goes, right of it what comes; one line per stage. */
function DeltaBar({ name, cells, widest }: { readonly name: string; readonly cells: Cells; readonly widest: number }) {
  const shown = stages.flatMap((stage) => (cells[stage] ? [{ stage, delta: cells[stage].delta }] : []));
  const label = ruleTexts.bar(name, shown.map(({ stage, delta }) => `${ruleTexts.stages[stage]} ${signed(delta)}`).join(", "));
  return (
    <svg role="img" aria-label={label} className="rule-bar" width="100%" height={shown.length * 7 + 2}>
      <rect className="rule-axis" x="50%" y="0" width="1" height="100%" />
      {shown.map(({ stage, delta }, index) => {
        const width = (50 * Math.abs(delta)) / widest;
        return <rect key={stage} className={delta < 0 ? "rule-less" : "rule-more"} x={`${delta < 0 ? 50 - width : 50}%`} y={index * 7 + 1} width={`${Math.max(width, 0.6)}%`} height="5" />;
      })}
    </svg>
  );
}

function signed(delta: number): string {
  return delta > 0 ? `+${formatCount(delta)}` : formatCount(delta).replace("-", "−");
}

function totalOf(effects: readonly RuleEffect[], indicator: EntryIndicator): Cells {
  return cellsOf(effects.filter((effect) => effect.indicator === indicator));
}

function unitsOf(effects: readonly RuleEffect[], indicator: EntryIndicator): [id: string, name: string, cells: Cells][] {
  const own = effects.filter((effect) => effect.indicator === indicator);
  return [...new Map(own.map(({ unitId, unitName }) => [unitId, unitName]))].map(([id, name]) => [id, name, cellsOf(own.filter(({ unitId }) => unitId === id))]);
}

function cellsOf(effects: readonly RuleEffect[]): Cells {
  const cells: Partial<Record<Stage, { before: number; delta: number }>> = {};
  for (const { stage, before, delta } of effects) {
    const known = cells[stage] ?? { before: 0, delta: 0 };
    cells[stage] = { before: known.before + before, delta: known.delta + delta };
  }
  return cells;
}
