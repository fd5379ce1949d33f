import "server-only";
import { checkerOf, type CheckedKind } from "@/lib/domain/evidence/checked-kind";
import type { Actor } from "@/lib/domain/people/actor";
import type { CheckPage, CheckRow } from "@/lib/protocol/evidence";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { decodeCheckCursor, encodeCheckCursor } from "./check-cursor";
import { checkedBy, type CheckView } from "./check-conditions";
import { loadCheckedDetails } from "./check-rows";

export type CheckFilter = {
  readonly kind: CheckedKind;
  readonly view: CheckView;
  /** A commune with its hamlets, or one hamlet. */
  readonly areaId?: string;
  readonly after?: string;
};

export const checkPageSize = 40;

/**
 * One page of what waits for the actor's word, proposals of helpers first, then by the day on which the leader confirmed;
 * or of what has one, the newest first.
 */
export function readCheckPage(actor: Actor, filter: CheckFilter, now: string): Promise<CheckPage> {
  return withActor(actor, async (tx) => {
    const found = await findOutcomes(tx, actor, filter, now, checkPageSize + 1);
    const shown = found.slice(0, checkPageSize);
    const last = shown.at(-1);
    const details = await loadCheckedDetails(tx, filter.kind, shown.map(({ id }) => id));
    return {
      rows: details.map(({ row }) => row),
      ...(found.length > checkPageSize && last ? { next: encodeCheckCursor({ ...last, at: last.at.toISOString() }) } : {}),
    };
  });
}

/** More than an officer of one unit ever has waiting. */
const mostChecks = 5_000;

/** The whole list, for a workbook. */
export function readAllChecks(actor: Actor, filter: Omit<CheckFilter, "after">, now: string): Promise<readonly CheckRow[]> {
  return withActor(actor, async (tx) => {
    const found = await findOutcomes(tx, actor, filter, now, mostChecks);
    return (await loadCheckedDetails(tx, filter.kind, found.map(({ id }) => id))).map(({ row }) => row);
  });
}

type Found = { readonly id: string; readonly rank: 0 | 1; readonly at: Date };

/** Ids in the order of the list, at most `limit` behind the filter's cursor. */
export async function findOutcomes(tx: Transaction, actor: Actor, { kind, view, areaId, after }: CheckFilter, now: string, limit: number): Promise<Found[]> {
  const cursor = decodeCheckCursor(after);
  const conditions = checkedBy(actor, kind, view, areaId, now);
  if (view === "open") {
    const behind = cursor
      ? Prisma.sql`where (rank, at, id) > (${cursor.rank}::int, ${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty;
    return tx.$queryRaw<Found[]>`
      select * from (
        select outcome.id, case when proposal.outcome_id is null then 1 else 0 end as rank, entry.status_changed_at as at
        from outcome_standing standing
        join outcome on outcome.id = standing.outcome_id
        join entry on entry.id = outcome.entry_id
        left join subject on subject.id = entry.subject_id
        left join evidence_proposal proposal on proposal.outcome_id = outcome.id and proposal.outcome_revision = outcome.revision
        where ${conditions}
      ) open ${behind} order by rank, at, id limit ${limit}`;
  }
  const behind = cursor ? Prisma.sql`where (at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty;
  return tx.$queryRaw<Found[]>`
    select id, 1 as rank, at from (
      select outcome.id, (
        select max(evidence.decided_at) from evidence
        where evidence.province_id = app_province() and evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision
          and evidence.source = ${checkerOf[kind]}::"EvidenceSource") as at
      from outcome_standing standing
      join outcome on outcome.id = standing.outcome_id
      join entry on entry.id = outcome.entry_id
      left join subject on subject.id = entry.subject_id
      where ${conditions}
    ) done ${behind} order by at desc, id desc limit ${limit}`;
}

/** How many wait for the actor's word, and how many of them have a helper's proposal. */
export function countOpen(actor: Actor, { kind, areaId }: Pick<CheckFilter, "kind" | "areaId">, now: string): Promise<{ open: number; proposed: number }> {
  return withActor(actor, async (tx) => {
    const [counts] = await tx.$queryRaw<{ open: number; proposed: number }[]>`
      select count(*)::int as open, count(proposal.outcome_id)::int as proposed
      from outcome_standing standing
      join outcome on outcome.id = standing.outcome_id
      join entry on entry.id = outcome.entry_id
      left join subject on subject.id = entry.subject_id
      left join evidence_proposal proposal on proposal.outcome_id = outcome.id and proposal.outcome_revision = outcome.revision
      where ${checkedBy(actor, kind, "open", areaId, now)}`;
    return counts ?? { open: 0, proposed: 0 };
  });
}
