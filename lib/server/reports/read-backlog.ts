import "server-only";
import type { CountIndicator, ReportPoint } from "@/lib/domain/report/report-table";
import type { ReportBacklog, Waiting } from "@/lib/domain/report/monthly-report";
import { localDateOf } from "@/lib/domain/time/local-date";
import { waitingStandings, type WaitingStanding } from "@/lib/protocol/unit-numbers";
import type { Transaction } from "@/lib/server/database/with-actor";
import { inStatuses, waiting as undecided } from "@/lib/server/review-queue/queue-conditions";

/** What is confirmed and waits for its evidence, with its place below the unit added up. */
export type WaitingSum = Waiting & { readonly indicator: CountIndicator; readonly standing: WaitingStanding };

type Row = { readonly open: number; readonly oldest: Date | null };

/** Of the whole unit, as of now: nobody keeps what waited when. */
export async function readWaitingSums(tx: Transaction, unitId: string, { first, through }: ReportPoint, treeOn: string): Promise<WaitingSum[]> {
  const rows = await tx.$queryRaw<(Row & Pick<WaitingSum, "indicator" | "standing">)[]>`
    select indicator, standing, sum(count)::int as open, min(oldest) as oldest
    from report_waiting(${unitId}::uuid, ${treeOn}::date, ${first ?? null}::date, ${through}::date, ${[...waitingStandings]}::text[])
    group by indicator, standing`;
  return rows.map(({ indicator, standing, ...row }) => ({ indicator, standing, ...waitingOf(row) }));
}

/** What the numbers of a report do not hold yet. */
export async function readBacklog(tx: Transaction, unitId: string, { through }: ReportPoint, sums: readonly WaitingSum[]): Promise<ReportBacklog> {
  const police = (indicator: CountIndicator): Waiting =>
    sums.find((sum) => sum.indicator === indicator && sum.standing === "awaitingPolice") ?? { open: 0 };
  const [review] = await tx.$queryRaw<Row[]>`
    select count(*)::int as open, min(entry.received_at) as oldest from entry
    where ${inStatuses(undecided)} and entry.happened_on <= ${through}::date
      and entry.unit_id in (select unit_id from unit_ancestor where ancestor_id = ${unitId}::uuid)`;
  return {
    police: { vneid: bare(police("vneid_accounts")), households: bare(police("households")) },
    review: waitingOf(review),
    phones: await readPhones(tx),
  };
}

/** What the phones of the province said they still hold, when they were last heard of. */
async function readPhones(tx: Transaction): Promise<ReportBacklog["phones"]> {
  const [row] = await tx.$queryRaw<(Row & { phones: number })[]>`
    select coalesce(sum(pending_count), 0)::int as open, min(oldest_captured_at) as oldest, count(distinct device_id)::int as phones
    from device_manifest where pending_count > 0`;
  return { ...waitingOf(row), phones: row?.phones ?? 0 };
}

function bare({ open, oldest }: Waiting): Waiting {
  return { open, ...(oldest ? { oldest } : {}) };
}

function waitingOf({ open, oldest }: Row = { open: 0, oldest: null }): Waiting {
  return { open, ...(oldest ? { oldest: localDateOf(oldest.toISOString()) } : {}) };
}
