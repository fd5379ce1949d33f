import type { EntryState } from "../entry/entry";
import type { EntryStatus } from "../review/lifecycle";
import type { LocalDate } from "../time/local-date";
import type { EntryIndicator, Stage } from "./indicator";

/** What an entry adds to the numbers of its unit. `count` may be negative in a difference. */
export type Contribution = {
  readonly indicator: EntryIndicator;
  readonly unitId: string;
  readonly stage: Stage;
  readonly happenedOn: LocalDate;
  readonly count: number;
};

const stagesOfStatus: Record<EntryStatus, readonly Stage[]> = {
  submitted: ["recorded"],
  returned: ["recorded"],
  reopened: ["recorded"],
  confirmed: ["recorded", "confirmed"],
  refused: [],
  withdrawn: [],
  overturned: [],
  quarantined: [],
};

/** Statuses whose entries stand behind the number of a stage; the drill-down lists exactly these. */
export function statusesOfStage(stage: Stage): EntryStatus[] {
  return (Object.keys(stagesOfStatus) as EntryStatus[]).filter((status) => stagesOfStatus[status].includes(stage));
}

/** The numbers an entry stands for now; nothing for an entry that does not exist yet. */
export function contributionsOf(entry: EntryState | undefined): Contribution[] {
  if (!entry) return [];
  return stagesOfStatus[entry.status].flatMap((stage) =>
    entry.outcomes.flatMap((outcome) =>
      outcome.indicators.map((indicator) => ({ indicator, unitId: entry.unitId, stage, happenedOn: entry.happenedOn, count: outcome.quantity ?? 1 })),
    ),
  );
}

/** What a change adds to the tallies, cells without a difference left out. */
export function contributionDelta(before: EntryState | undefined, after: EntryState): Contribution[] {
  const cells = new Map<string, Contribution>();
  for (const [sign, entry] of [[-1, before], [1, after]] as const) {
    for (const contribution of contributionsOf(entry)) {
      const key = [contribution.indicator, contribution.unitId, contribution.stage, contribution.happenedOn].join("|");
      cells.set(key, { ...contribution, count: (cells.get(key)?.count ?? 0) + sign * contribution.count });
    }
  }
  return [...cells.values()].filter(({ count }) => count !== 0);
}
