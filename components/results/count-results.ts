import type { EntryKind } from "@/lib/domain/entry/entry";
import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import { statusesOfStage } from "@/lib/domain/report/contributions";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import { isIn, type Period } from "@/lib/domain/time/period";
import type { EntrySummary } from "@/lib/phone/phone";

/** How far results have come; what evidence says of them is not known on the phone. */
export type StageCounts = { readonly recorded: number; readonly confirmed: number };

export type Results = StageCounts & {
  /** Entries. Those that came back count as recorded until their author decides, as at the desk. */
  readonly waiting: number;
  readonly returned: number;
  readonly refused: number;
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
  const outcomes = tally(counted.flatMap((entry) => entry.outcomeKinds.filter(isResult).map((outcome) => [outcome, 1, entry] as const)));
  const kinds = tally(counted.map((entry) => [entry.kind, 1, entry] as const));
  const indicators = tally(counted.flatMap((entry) => Object.entries(entry.counts ?? {}).map(([indicator, count]) => [indicator as EntryIndicator, count, entry] as const)));
  return {
    ...totalOf(outcomes),
    waiting: within.filter((entry) => !needsAuthor(entry) && waiting.has(entry.status)).length,
    returned: within.filter(needsAuthor).length,
    refused: within.filter(({ status }) => status === "refused" || status === "overturned").length,
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

function needsAuthor({ attention, status }: EntrySummary): boolean {
  return attention !== undefined || status === "returned";
}

type Tally<Key extends string> = ReadonlyMap<Key, StageCounts>;

function tally<Key extends string>(counted: readonly (readonly [Key, number, EntrySummary])[]): Tally<Key> {
  const counts = new Map<Key, StageCounts>();
  for (const [key, count, { status }] of counted) {
    const before = counts.get(key) ?? { recorded: 0, confirmed: 0 };
    counts.set(key, { recorded: before.recorded + count, confirmed: before.confirmed + (confirmed.has(status) ? count : 0) });
  }
  return new Map([...counts].sort(([, a], [, b]) => b.recorded - a.recorded));
}

function totalOf(counts: Tally<string>): StageCounts {
  const all = [...counts.values()];
  return { recorded: all.reduce((sum, one) => sum + one.recorded, 0), confirmed: all.reduce((sum, one) => sum + one.confirmed, 0) };
}
