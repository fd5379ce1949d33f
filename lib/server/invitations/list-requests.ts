import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { Instant, type LocalDate } from "@/lib/domain/time/local-date";
import type { WaitingRequest } from "@/lib/protocol/invitations";
import { withActor } from "@/lib/server/database/with-actor";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly askedAt: Date;
  readonly since: LocalDate;
  readonly unsent: number;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
};

/** Who asks to join the actor's units, the longest waiting first; behind them who was refused in the last days and may be let in after all. */
export async function listRequests(actor: Actor): Promise<WaitingRequest[]> {
  const rows = await withActor(actor, (tx) => tx.$queryRaw<Row[]>`
    select * from (
      select distinct on (request.user_id) request.id, person.name, unit.name as "unitName", request.asked_at as "askedAt", request.since::text as since,
             (select least(coalesce(sum(pending_count), 0), 100000)::int from device_manifest where user_id = request.user_id) as unsent,
             request.decided_at as "decidedAt", decider.name as "decidedBy", request.note, request.decision
      from join_request request
      join app_user person on person.id = request.user_id
      join unit on unit.id = request.unit_id
      left join app_user decider on decider.id = request.decided_by_id
      where app_supervises(request.unit_id) and (request.decided_at is null or request.decided_at > now() - interval '14 days')
      order by request.user_id, request.asked_at desc
    ) last
    where last.decision is distinct from 'approved'
    order by last."decidedAt" is not null, last."askedAt" limit 200`);
  return rows.map(({ id, name, unitName, askedAt, since, unsent, decidedAt, decidedBy, note }) => ({
    id, name, unitName, since, unsent,
    askedAt: Instant.parse(askedAt.toISOString()),
    ...(decidedAt ? { refused: { at: Instant.parse(decidedAt.toISOString()), by: decidedBy ?? "", ...(note ? { note } : {}) } } : {}),
  }));
}

/** How many of them wait. */
export async function countRequests(actor: Actor): Promise<number> {
  const [row] = await withActor(actor, (tx) => tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from join_request where decided_at is null and app_supervises(unit_id)`);
  return row?.count ?? 0;
}
