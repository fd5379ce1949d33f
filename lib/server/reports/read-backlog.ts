import "server-only";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportBacklog, Waiting } from "@/lib/domain/report/monthly-report";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { WaitingStanding } from "@/lib/protocol/dashboard";
import type { WaitingSum } from "@/lib/protocol/reports";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { waiting as undecided } from "@/lib/server/review-queue/queue-conditions";
import { statusOn } from "@/lib/server/unit-numbers/status-on";
import { readOnPhones } from "./read-on-phones";
import { readWaiting } from "./read-waiting";

/** Of the whole unit, at the end of the point's day. */
export async function readWaitingSums(tx: Transaction, unitId: string, point: ReportPoint, treeOn: LocalDate): Promise<WaitingSum[]> {
  const sums = new Map<string, WaitingSum>();
  for (const { indicator, standing, count, oldest } of await readWaiting(tx, unitId, point, treeOn)) {
    const [key, day] = [`${indicator}/${standing}`, localDateOf(oldest)];
    const known = sums.get(key);
    sums.set(key, { indicator, standing, open: (known?.open ?? 0) + count, oldest: known?.oldest && known.oldest < day ? known.oldest : day });
  }
  return [...sums.values()];
}

/** What the numbers of a report did not hold yet at the end of its day; what is on phones is of now, because they tell only that. */
export async function readBacklog(tx: Transaction, unitId: string, { through, asOf }: ReportPoint, treeOn: LocalDate, sums: readonly WaitingSum[]): Promise<ReportBacklog> {
  const waiting = (asked: readonly EntryIndicator[], ...standings: readonly WaitingStanding[]): Waiting => {
    const found = sums.filter(({ indicator, standing }) => asked.includes(indicator) && standings.includes(standing));
    const days = found.flatMap(({ oldest }) => oldest ?? []).toSorted();
    return waitingOf(found.reduce((open, sum) => open + sum.open, 0), days[0]);
  };
  const [review] = await tx.$queryRaw<{ open: number; oldest: Date | null }[]>`
    select count(*)::int as open, min(entry.received_at) as oldest from entry
    where ${statusOn(asOf)} = any (${[...undecided]}::"EntryStatus"[]) and scheme_day(entry.received_at) <= ${asOf}::date and entry.happened_on <= ${through}::date
      and entry.unit_id in (select unit_id from unit_ancestor where ancestor_id = ${unitId}::uuid)`;
  const { total: phones } = await readOnPhones(tx, unitId, treeOn);
  return {
    police: { vneid: waiting(["vneid_accounts"], "awaitingPolice"), households: waiting(["households"], "awaitingPolice") },
    // The one of young people, the other of everybody older.
    register: { accounts: waiting(["member_accounts", "citizen_accounts"], "notFound", "noKey"), dossiers: waiting(["online_dossiers"], "notFound", "noKey") },
    officer: { articles: waiting(["articles"], "awaitingOfficer") },
    review: waitingOf(review?.open ?? 0, review?.oldest ? localDateOf(review.oldest.toISOString()) : undefined),
    phones: { ...waitingOf(phones.entries, phones.oldest ? localDateOf(phones.oldest) : undefined), phones: phones.phones },
  };
}

function waitingOf(open: number, oldest: LocalDate | undefined): Waiting {
  return { open, ...(oldest ? { oldest } : {}) };
}
