import { stages } from "@/lib/domain/report/indicator";
import type { CorrectedNumbers } from "@/lib/protocol/periods";
import { periodTexts } from "@/lib/text/desk-periods";
import { formatCount } from "@/lib/text/moment";

/** Two head rows: the stages, and below each of them as closed and the correction. */
export function CorrectedHead({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="corner">{first}</th>
        {stages.map((stage) => <th key={stage} scope="colgroup" colSpan={2} className="group">{periodTexts.stages[stage]}</th>)}
      </tr>
      <tr>
        {stages.flatMap((stage) => [
          <th key={`${stage} closed`} scope="col" className="num">{periodTexts.closed}</th>,
          <th key={`${stage} correction`} scope="col" className="num">{periodTexts.correction}</th>,
        ])}
      </tr>
    </thead>
  );
}

export function CorrectedCells({ numbers }: { readonly numbers: CorrectedNumbers[keyof CorrectedNumbers] }) {
  return stages.flatMap((stage) => {
    const { closed, correction } = numbers[stage];
    return [
      <td key={`${stage} closed`} className="num">{formatCount(closed)}</td>,
      <td key={`${stage} correction`} className={`num ${correction === 0 ? "text-ink-3" : "period-corrected"}`}>{signed(correction)}</td>,
    ];
  });
}

function signed(count: number): string {
  return count > 0 ? `+${formatCount(count)}` : formatCount(count).replace("-", "−");
}
