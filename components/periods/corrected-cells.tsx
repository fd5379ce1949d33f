import Link from "next/link";
import type { ReactNode } from "react";
import { stages, type Stage } from "@/lib/domain/report/indicator";
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

type Props = {
  readonly numbers: CorrectedNumbers[keyof CorrectedNumbers];
  /** Whose they are, in words. */
  readonly name: string;
  /** Where the entries behind a number are: as they were closed, or as they stand now. */
  readonly hrefOf: (stage: Stage, known: "closed" | "now") => string;
};

/** Each number opens its entries; behind 0 there is nothing. */
export function CorrectedCells({ numbers, name, hrefOf }: Props) {
  return stages.flatMap((stage) => {
    const { closed, correction } = numbers[stage];
    return [
      <td key={`${stage} closed`} className="num">{linked(closed, formatCount(closed), hrefOf(stage, "closed"), `${periodTexts.closed}, ${periodTexts.stages[stage]}, ${name}`)}</td>,
      <td key={`${stage} correction`} className={`num ${correction === 0 ? "text-ink-3" : "period-corrected"}`}>{linked(correction, signed(correction), hrefOf(stage, "now"), `${periodTexts.correction}, ${periodTexts.stages[stage]}, ${name}`)}</td>,
    ];
  });
}

function linked(count: number, words: string, href: string, name: string): ReactNode {
  return count === 0 ? words : <Link prefetch={false} href={href} aria-label={periodTexts.openNumber(words, name)}>{words}</Link>;
}

function signed(count: number): string {
  return count > 0 ? `+${formatCount(count)}` : formatCount(count).replace("-", "−");
}
