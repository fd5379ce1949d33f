import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { Dashboard, Waiting } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { countedState, evidenceStates, waitingAge } from "@/lib/text/evidence";
import { formatCount } from "@/lib/text/moment";
import { NumberLink, type NumberOf } from "./number-link";

type Props = {
  readonly waiting: readonly Waiting[];
  readonly of: NumberOf;
  readonly indicator: EntryIndicator;
  readonly dashboard: Dashboard;
};

/** What is confirmed and waits for its evidence, for whom and since when: beside the number, never in it. */
export function WaitingCell({ waiting, of, indicator, dashboard }: Props) {
  if (waiting.length === 0) return null;
  const parts = byStanding(waiting).map(({ standing, count, oldest }, _, all) => {
    const age = waitingAge(standing, oldest, dashboard.now);
    const state = `${evidenceStates[standing].short}${age ? dashboardTexts.oldest(age) : ""}`;
    return all.length > 1 ? countedState(formatCount(count), state) : state;
  });
  return (
    <>
      <span className="warn-count"><NumberLink value={countOf(waiting)} of={of} indicator={indicator} stage="waiting" dashboard={dashboard} /></span>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </>
  );
}

export function countOf(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

/** Of all places together. */
function byStanding(waiting: readonly Waiting[]): Pick<Waiting, "standing" | "count" | "oldest">[] {
  const standings = [...new Set(waiting.map(({ standing }) => standing))];
  return standings.map((standing) => {
    const rows = waiting.filter((row) => row.standing === standing);
    return { standing, count: countOf(rows), oldest: rows.map(({ oldest }) => oldest).reduce((a, b) => (a < b ? a : b)) };
  });
}
