import "server-only";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import type { ReportWindow } from "@/lib/domain/report/report-window";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { waitingStandings, type Waiting, type WaitingStanding } from "@/lib/protocol/dashboard";
import type { Transaction } from "@/lib/server/database/with-actor";

type Row = { readonly childId: string | null; readonly place: string; readonly indicator: EntryIndicator; readonly standing: WaitingStanding; readonly count: number; readonly oldest: Date };

/** What is confirmed and waits for its evidence now: for the police, an officer, or the register. */
export async function readWaiting(tx: Transaction, unitId: string, { first, through }: ReportWindow, treeOn: LocalDate): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select child_id as "childId", place, indicator, standing, count::int, oldest
    from report_waiting(${unitId}::uuid, ${treeOn}::date, ${first ?? null}::date, ${through}::date, ${[...waitingStandings]})`;
  return rows
    .map(({ childId, place, oldest, ...row }) => ({ ...row, place: childId ?? place, oldest: oldest.toISOString() }))
    .toSorted((a, b) => waitingStandings.indexOf(a.standing) - waitingStandings.indexOf(b.standing));
}
