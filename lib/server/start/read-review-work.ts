import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { StartItem } from "@/lib/protocol/start";
import { withActor } from "@/lib/server/database/with-actor";
import { listDoubles } from "@/lib/server/doubles/list-doubles";
import { countRequests } from "@/lib/server/invitations/list-requests";
import { answered, inStatuses, ofOthersInScope, olderThan, waiting } from "@/lib/server/review-queue/queue-conditions";
import { overdueDays } from "@/lib/server/review-queue/queue-counts";

type Counts = {
  readonly waiting: number; readonly overdue: number; readonly answered: number; readonly quarantined: number; readonly returned: number;
  readonly oldest: Date | null; readonly oldestReturned: Date | null;
};

/**
 * Entries of the units that the person supervises. A leader decides about each, and sees what went back and has not come
 * again; above, only what waits too long matters.
 */
export async function readReviewWork(actor: Actor, isLeader: boolean): Promise<StartItem[]> {
  const counts = await readCounts(actor);
  const { pairs } = await listDoubles(actor);
  const sinceOldest = (oldest: Date | null) => (oldest ? { oldest: oldest.toISOString() } : {});
  return [
    ...(isLeader
      ? [
          { kind: "review" as const, level: levelOf(counts.waiting, counts.overdue), count: counts.waiting, overdue: counts.overdue, ...sinceOldest(counts.oldest) },
          ...(await readJoinRequests(actor)),
          { kind: "answered" as const, level: levelOf(counts.answered), count: counts.answered },
          { kind: "quarantined" as const, level: levelOf(counts.quarantined), count: counts.quarantined },
          { kind: "returned" as const, level: "known" as const, count: counts.returned, ...sinceOldest(counts.oldestReturned) },
        ]
      : [{ kind: "reviewOverdue" as const, level: levelOf(counts.overdue, counts.overdue), count: counts.overdue }]),
    { kind: "doubles" as const, level: levelOf(pairs.length), count: pairs.length },
  ];
}

export function levelOf(count: number, late = 0): StartItem["level"] {
  return late > 0 ? "late" : count > 0 ? "due" : "known";
}

async function readCounts(actor: Actor): Promise<Counts> {
  const [counts] = await withActor(actor, (tx) => tx.$queryRaw<Counts[]>`
    select count(*) filter (where ${inStatuses(waiting)})::int as waiting,
           count(*) filter (where ${inStatuses(waiting)} and ${olderThan(overdueDays)})::int as overdue,
           count(*) filter (where ${inStatuses(waiting)} and ${answered})::int as answered,
           count(*) filter (where ${inStatuses(["quarantined"])})::int as quarantined,
           count(*) filter (where ${inStatuses(["returned"])})::int as returned,
           min(entry.received_at) filter (where ${inStatuses(waiting)}) as oldest,
           min(entry.status_changed_at) filter (where ${inStatuses(["returned"])}) as "oldestReturned"
    from entry where ${ofOthersInScope(actor)} and ${inStatuses([...waiting, "quarantined", "returned"])}`);
  return counts ?? { waiting: 0, overdue: 0, answered: 0, quarantined: 0, returned: 0, oldest: null, oldestReturned: null };
}

/** People who work already and can't send. */
async function readJoinRequests(actor: Actor): Promise<StartItem[]> {
  const count = await countRequests(actor);
  return [{ kind: "joinRequests", level: levelOf(count), count }];
}
