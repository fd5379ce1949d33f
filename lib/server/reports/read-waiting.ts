import "server-only";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportPoint } from "@/lib/domain/report/report-table";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { waitingStandings, type Waiting, type WaitingStanding } from "@/lib/protocol/dashboard";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly childId: string | null; readonly place: string; readonly indicator: EntryIndicator; readonly standing: WaitingStanding; readonly count: number; readonly oldest: Date };

/** What was confirmed and waited for its evidence at the end of the point's day: for the police, an officer, or the register. */
export async function readWaiting(tx: Transaction, unitId: string, { first, through, asOf }: ReportPoint, treeOn: LocalDate): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select child_id as "childId", place, indicator, standing, count::int, oldest
    from report_waiting(${unitId}::uuid, ${treeOn}::date, ${first ?? null}::date, ${through}::date, ${asOf}::date, ${[...waitingStandings]})`;
  return rows
    .map(({ childId, place, oldest, ...row }) => ({ ...row, place: childId ?? place, oldest: oldest.toISOString() }))
    .toSorted((a, b) => waitingStandings.indexOf(a.standing) - waitingStandings.indexOf(b.standing));
}
