import type { EntryKind } from "@/lib/domain/entry/entry";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import type { EntryIndicator, Stage } from "@/lib/domain/report/indicator";
import type { Standing } from "@/lib/domain/report/standing";
import { isIn, type Period } from "@/lib/domain/time/period";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";

/** How far results have come: recorded, confirmed by the leader, counted with their evidence. */
export type StageCounts = Readonly<Record<Stage, number>>;

export type Results = StageCounts & {
  /** Entries. Those that came back count as recorded until their author decides, as at the desk. */
  readonly waiting: number;
  readonly returned: number;
  readonly refused: number;
  /** Confirmed results that evidence is still missing for, by what is missing. */
  readonly missing: readonly { readonly standing: Standing; readonly count: number }[];
  /** Of what is recorded, entries that the server does not have yet. */
  readonly unsent: number;
  /** Most frequent first; presence on a shift is none. */
  readonly byOutcome: readonly (StageCounts & { readonly outcome: OutcomeKind })[];
  readonly byKind: readonly { readonly kind: EntryKind; readonly count: number }[];
  /** People at events count one by one here. */
  readonly byIndicator: Partial<Readonly<Record<EntryIndicator, StageCounts>>>;
};

/** Own numbers of a period, from the entries on this phone alone. */
export function countResults(entries: readonly EntrySummary[], period: Period): Results {
  const within = entries.filter(({ happenedOn, status }) => status !== "withdrawn" && isIn(happenedOn, period));
  const counted = within.filter(isRecorded);
  const outcomes = tally(counted.flatMap(resultsOf));
  const kinds = tally(counted.map((entry) => ({ key: entry.kind, count: 1, matched: 0, entry })));
  const indicators = tally(counted.flatMap(contributionsOf));
  return {
    ...totalOf(outcomes),
    waiting: within.filter((entry) => !needsAuthor(entry) && waiting.has(entry.status)).length,
    returned: within.filter(needsAuthor).length,
    refused: within.filter(({ status }) => status === "refused" || status === "overturned").length,
    missing: missingOf(counted),
    unsent: counted.filter(({ sync }) => sync === "saved" || sync === "sending").length,
    byOutcome: [...outcomes].map(([outcome, counts]) => ({ outcome, ...counts })),
    byKind: [...kinds].map(([kind, { recorded: count }]) => ({ kind, count })),
    byIndicator: Object.fromEntries(indicators),
  };
}

const recorded = new Set(statusesOfStage("recorded"));
const confirmed = new Set(statusesOfStage("confirmed"));
const waiting: ReadonlySet<EntrySummary["status"]> = new Set(["submitted", "reopened", "quarantined"]);

function isResult(outcome: OutcomeKind): boolean {
  return outcome !== "shiftAttended";
}

/** What the server refused is not there, whatever its author wants it to be. */
function isRecorded({ status, attention }: EntrySummary): boolean {
  return recorded.has(status) && attention?.kind !== "refused";
}

/** What was decided against is to be read, not to be repaired. */
function needsAuthor({ attention, status }: EntrySummary): boolean {
  return (attention !== undefined && attention.kind !== "decidedAgainst") || status === "returned";
}

/** A number that an entry stands for, and how much of it counts with its evidence. */
type Counted<Key extends string> = { readonly key: Key; readonly count: number; readonly matched: number; readonly entry: EntrySummary };

function resultsOf(entry: EntrySummary): Counted<OutcomeKind>[] {
  const matched = (entry.evidence ?? []).flatMap((said) => (said.matched?.length ? said.outcome : []));
  return entry.outcomeKinds.filter(isResult).map((key) => {
    // Several outcomes of one kind are told apart by taking each matched one once.
    const place = matched.indexOf(key);
    if (place >= 0) matched.splice(place, 1);
    return { key, count: 1, matched: place >= 0 ? 1 : 0, entry };
  });
}

function contributionsOf(entry: EntrySummary): Counted<EntryIndicator>[] {
  return (Object.entries(entry.counts ?? {}) as [EntryIndicator, number][]).map(([key, count]) => {
    const said = (entry.evidence ?? []).filter(({ matched }) => matched?.includes(key));
    return { key, count, matched: said.reduce((sum, { quantity = 1 }) => sum + quantity, 0), entry };
  });
}

/** What is confirmed and may still count: these wait for somebody, or for the register. */
const mayStillCount = ["awaitingPolice", "awaitingOfficer", "notFound", "noKey"] as const satisfies readonly Standing[];

function missingOf(entries: readonly EntrySummary[]): Results["missing"] {
  const standings = entries.flatMap(({ status, evidence = [] }) => (confirmed.has(status) ? evidence.map(({ standing }) => standing) : []));
  return mayStillCount
    .map((standing) => ({ standing, count: standings.filter((each) => each === standing).length }))
    .filter(({ count }) => count > 0);
}

type Tally<Key extends string> = ReadonlyMap<Key, StageCounts>;

function tally<Key extends string>(counted: readonly Counted<Key>[]): Tally<Key> {
  const counts = new Map<Key, StageCounts>();
  for (const { key, count, matched, entry: { status } } of counted) {
    const before = counts.get(key) ?? nothing;
    const isConfirmed = confirmed.has(status);
    counts.set(key, {
      recorded: before.recorded + count,
      confirmed: before.confirmed + (isConfirmed ? count : 0),
      matched: before.matched + (isConfirmed ? matched : 0),
    });
  }
  return new Map([...counts].sort(([, a], [, b]) => b.recorded - a.recorded));
}

const nothing: StageCounts = { recorded: 0, confirmed: 0, matched: 0 };

function totalOf(counts: Tally<string>): StageCounts {
  return [...counts.values()].reduce(
    (sum, { recorded, confirmed, matched }) => ({ recorded: sum.recorded + recorded, confirmed: sum.confirmed + confirmed, matched: sum.matched + matched }),
    nothing,
  );
}
