import { ChevronRight, Equal, TrendingDown, TrendingUp, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { partsOfDate } from "@/lib/domain/time/local-date";
import type { Period, PeriodKind } from "@/lib/domain/time/period";
import { countedState, evidenceStates } from "@/lib/text/evidence";
import { formatCount } from "@/lib/text/moment";
import { resultsText } from "@/lib/text/results";
import type { Results } from "./count-results";
import { StageBar } from "./stage-bar";

type Props = { readonly period: Period; readonly results: Results; readonly before: number };

/** The number of the period, how far its results have come, and what still waits. */
export function ResultsSummary({ period, results, before }: Props) {
  const { recorded, confirmed, matched, missing, waiting, returned, refused } = results;
  const { stages } = resultsText;
  return (
    <Card className="px-4 pt-3.5">
      <h2 className="font-semibold text-ink-2">{resultsText.heading[period.kind](partsOfDate(period.from))}</h2>
      {recorded === 0 ? (
        <p className="mt-1.5">{resultsText.empty[period.kind]}</p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <b className="text-number">{formatCount(recorded)}</b>
          <span className="text-head font-medium text-ink-2">{resultsText.recordedResults}</span>
        </p>
      )}
      <Change kind={period.kind} difference={recorded - before} />
      <dl className="mt-3 grid gap-2.5">
        <StageBar name={stages.recorded} look="recorded" count={recorded} scale={recorded} />
        <StageBar name={stages.confirmed} look="confirmed" count={confirmed} scale={recorded} />
        <StageBar name={stages.matched} look="matched" count={matched} scale={recorded} />
      </dl>
      {missing.length > 0 && (
        <p className="mt-2.5 text-small text-ink-2">{resultsText.missing(missing.map(({ standing, count }) => countedState(formatCount(count), evidenceStates[standing].full)))}</p>
      )}
      <Link href={returned > 0 ? "/sync" : "/entries"} className="mt-3 flex min-h-14 items-center gap-3 border-t border-line py-2">
        <span className="min-w-0 flex-1">{resultsText.states(waiting, returned, refused)}</span>
        <ChevronRight aria-hidden size={24} className="flex-none" />
      </Link>
    </Card>
  );
}

/** Said without praise or blame. */
function Change({ kind, difference }: { readonly kind: PeriodKind; readonly difference: number }) {
  const [Icon, sentence]: [LucideIcon, string] =
    difference === 0 ? [Equal, resultsText.same[kind]] : difference > 0 ? [TrendingUp, resultsText.more[kind](difference)] : [TrendingDown, resultsText.less[kind](-difference)];
  return (
    <p className="flex items-center gap-2 text-small font-medium text-ink-2">
      <Icon aria-hidden size={20} className="flex-none" />
      {sentence}
    </p>
  );
}
