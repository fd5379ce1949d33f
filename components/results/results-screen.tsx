"use client";
import { useEffect, useState } from "react";
import { BottomBar } from "@/components/phone/bottom-bar";
import { withPhone } from "@/components/phone/phone-gate";
import { useLive } from "@/components/ui/use-live";
import { localDateOf } from "@/lib/domain/time/local-date";
import { comparablePart, lastPeriods, periodAround, type PeriodKind } from "@/lib/domain/time/period";
import type { LastHeard } from "@/lib/phone/feed/last-heard";
import type { Phone } from "@/lib/phone/phone";
import { momentText } from "@/lib/text/moment";
import { resultsText } from "@/lib/text/results";
import { countResults } from "./count-results";
import { GoalList } from "./goal-list";
import { goalsFor } from "./goals";
import { KindList } from "./kind-list";
import { LastPeriods } from "./last-periods";
import { PeriodChoice } from "./period-choice";
import { ResultsSummary } from "./results-summary";

const shownPeriods = { day: 7, week: 6, month: 6 } as const satisfies Record<PeriodKind, number>;

/** What counted of my work, from this phone alone. Nobody is compared with anybody. */
export const ResultsScreen = withPhone(Results);

function Results({ phone }: { readonly phone: Phone }) {
  const [kind, setKind] = useState<PeriodKind>("month");
  const entries = useLive(phone.entries);
  const { briefing } = useLive(phone.person);
  const today = localDateOf(phone.now());
  const period = periodAround(kind, today);
  const results = countResults(entries, period);
  const before = countResults(entries, comparablePart(period, today));
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <header className="bg-surface px-4 pt-[calc(env(safe-area-inset-top)+0.75rem)] pb-3">
        <h1 className="text-title">{resultsText.title}</h1>
        <PeriodChoice kind={kind} onChange={setKind} />
      </header>
      <main className="grid grid-cols-1 gap-3 border-t border-line px-4 pt-3 pb-8">
        <ResultsSummary period={period} results={results} before={before.recorded} />
        <KindList results={results} />
        <GoalList goals={goalsFor(briefing.goals, period)} results={results} period={period} />
        <LastPeriods kind={kind} periods={lastPeriods(kind, today, shownPeriods[kind]).map((each) => ({ period: each, counts: countResults(entries, each) }))} />
        <AsOf phone={phone} unsent={results.unsent} />
      </main>
      <BottomBar />
    </div>
  );
}

/** As of when, and what is still missing: a number without it would say more than is true. */
function AsOf({ phone, unsent }: { readonly phone: Phone; readonly unsent: number }) {
  const { lastContactAt } = useLive(phone.sync);
  const isComplete = useLive(phone.entriesComplete);
  const [heard, setHeard] = useState<LastHeard | null>();
  useEffect(() => {
    let wanted = true;
    void phone.lastHeard().then((last) => {
      if (wanted) setHeard(last ?? null);
    });
    return () => {
      wanted = false;
    };
  }, [phone, lastContactAt]);
  const sentences = [
    !isComplete && resultsText.reading,
    heard === null && resultsText.neverHeard,
    heard && resultsText.asOf(momentText(heard.at)),
    unsent > 0 && resultsText.unsentHere(unsent),
    heard && heard.unsentElsewhere > 0 && resultsText.unsentElsewhere(heard.unsentElsewhere),
    resultsText.onlyYours,
  ];
  return (
    <p role="status" className="px-1 text-small text-ink-2">
      {sentences.filter(Boolean).join(" ")}
    </p>
  );
}
