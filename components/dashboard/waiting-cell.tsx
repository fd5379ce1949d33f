import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { Period, Waiting } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { countedState, evidenceStates, waitingAge } from "@/lib/text/evidence";
import { formatCount } from "@/lib/text/moment";
import { NumberLink } from "./number-link";

type Props = {
  readonly waiting: readonly Waiting[];
  readonly unit: { readonly id: string; readonly name: string };
  readonly indicator: EntryIndicator;
  readonly period: Period;
  readonly asOf: string;
};

/** What is confirmed and waits for its evidence, for whom and since when: beside the number, never in it. */
export function WaitingCell({ waiting, unit, indicator, period, asOf }: Props) {
  if (waiting.length === 0) return null;
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  const parts = waiting.map(({ standing, count, oldest }) => {
    const age = waitingAge(standing, oldest, asOf);
    const state = `${evidenceStates[standing].short}${age ? unitNumbers.oldest(age) : ""}`;
    return waiting.length > 1 ? countedState(formatCount(count), state) : state;
  });
  return (
    <>
      <NumberLink value={all} unit={unit} indicator={indicator} stage="waiting" period={period} />
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </>
  );
}
