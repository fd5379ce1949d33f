import { Card } from "@/components/ui/card";
import { stages, type Stage } from "@/lib/domain/report/indicator";
import { partsOfDate } from "@/lib/domain/time/local-date";
import type { Period } from "@/lib/domain/time/period";
import { formatCount } from "@/lib/text/moment";
import { indicatorNames } from "@/lib/text/outcomes";
import { resultsText } from "@/lib/text/results";
import type { Results, StageCounts } from "./count-results";
import type { Goal } from "./goals";
import { stageLooks } from "./stage-bar";

type Props = { readonly goals: readonly Goal[]; readonly results: Results; readonly period: Period };

/** Own numbers against the line of the whole team, one indicator at a time. */
export function GoalList({ goals, results: { byIndicator }, period }: Props) {
  return (
    <section>
      <h2 className="mb-1.5 text-small font-semibold text-ink-2">{resultsText.goals}</h2>
      <Card className="grid gap-4 p-4">
        {goals.length === 0 ? (
          <p>{resultsText.noGoals}</p>
        ) : (
          <>
            {goals.map((goal) => (
              <GoalRow key={goal.indicator} goal={goal} counts={byIndicator[goal.indicator] ?? { recorded: 0, confirmed: 0, matched: 0 }} />
            ))}
            <p className="text-small text-ink-2">{resultsText.goalNote(partsOfDate(period.through).year, resultsText.goalShare[period.kind])}</p>
          </>
        )}
      </Card>
    </section>
  );
}

/** The line stands at the goal; where more was done than that, the bars pass it. */
function GoalRow({ goal: { indicator, share }, counts }: { readonly goal: Goal; readonly counts: StageCounts }) {
  const scale = Math.max(share * 1.15, counts.recorded);
  return (
    <div>
      <h3 className="font-semibold">{indicatorNames[indicator].short}</h3>
      <dl className="flex flex-wrap gap-x-4 text-small text-ink-2">
        {stages.map((stage) => (
          <Fact key={stage} name={resultsText.stages[stage]} count={counts[stage]} />
        ))}
      </dl>
      <div aria-hidden className="relative mt-1.5 grid gap-1 py-1">
        {stages.map((stage) => (
          <GoalBar key={stage} look={stage} width={counts[stage] / scale} />
        ))}
        <span className="absolute inset-y-0 w-[3px] bg-ink" style={{ left: `${(100 * share) / scale}%` }} />
      </div>
      <p className="text-right text-small text-ink-2">{resultsText.goal(formatCount(share))}</p>
    </div>
  );
}

function Fact({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}</dt>
      <dd className="font-bold text-ink tabular-nums">{formatCount(count)}</dd>
    </div>
  );
}

function GoalBar({ look, width }: { readonly look: Stage; readonly width: number }) {
  return <span className="block h-3 rounded-sm bg-sunken">{width > 0 && <span className={`block h-full min-w-1.5 rounded-sm ${stageLooks[look]}`} style={{ width: `${100 * width}%` }} />}</span>;
}
