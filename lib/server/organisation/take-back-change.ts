import "server-only";
import { whyNotTakenBack } from "@/lib/domain/organisation/decide-take-back";
import type { TreeDelta } from "@/lib/domain/organisation/tree-delta";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { AskOrganisation } from "@/lib/protocol/organisation";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadTree } from "./load-tree";
import { lockTree } from "./lock-tree";

type TakeBack = Extract<AskOrganisation, { action: "takeBack" }>;
type Planned = { readonly delta: TreeDelta; readonly isReversible: boolean; readonly takenBackById: string | null };

/** Takes back a change of the tree whose day has not come: one batch command. Asked again, it is answered again. */
export function takeBackChange(actor: Actor, { id, changeId }: TakeBack, now: string): Promise<Result<{ readonly id: string }, Refusal>> {
  return withActor(actor, async (tx) => {
    await lockTree(tx);
    const planned = await findPlanned(tx, changeId);
    if (!planned) return err({ code: "unknownOrForbidden" });
    const { delta, isReversible, takenBackById } = planned;
    if (takenBackById !== null) return takenBackById === actor.userId ? ok({ id }) : err({ code: "unknownOrForbidden" });
    const facts = { actor, today: localDateOf(now), isReversible, isBuiltUpon: await isBuiltUpon(tx, changeId, delta) };
    const refusal = whyNotTakenBack(await loadTree(tx), delta, facts);
    if (refusal) return err(refusal);
    await tellPeople(tx, id, delta, now);
    await tx.$queryRaw`select take_back_unit_change(${changeId}::uuid, ${now}::timestamptz)::text`;
    await insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
      id, type: "takeBackOrganisationChange", claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson({ changeId }))),
      before_digest: hexOf(keyedHash("state", canonicalJson(delta))), answer: { commandId: id, verdict: "accepted" },
    }]);
    return ok({ id });
  });
}

async function findPlanned(tx: Transaction, changeId: string): Promise<Planned | undefined> {
  const [planned] = await tx.$queryRaw<Planned[]>`
    select effect as delta, reversible as "isReversible", taken_back_by_id as "takenBackById" from unit_change where id = ${changeId}::uuid`;
  return planned;
}

/** By a later change of one of its units, or by what the units that it opens have besides what was handed over. */
async function isBuiltUpon(tx: Transaction, changeId: string, { opened }: TreeDelta): Promise<boolean> {
  const ids = opened.map(({ id }) => id);
  const [row] = await tx.$queryRaw<{ isBuiltUpon: boolean }[]>`
    select exists (select from unit_change planned join unit_change later on later.unit_ids && planned.unit_ids
                   where planned.id = ${changeId}::uuid and later.taken_back_at is null and later.set_at > planned.set_at)
      or exists (select from unit_parent where parent_id = any (${ids}::uuid[]) and unit_id not in (select unnest(unit_ids) from unit_change where id = ${changeId}::uuid))
      or exists (select from role_assignment where unit_id = any (${ids}::uuid[]) and id not in (select continued_id from unit_handover where continued_id is not null))
      or exists (select from shift where unit_id = any (${ids}::uuid[]) and cancelled_at is null and id not in (select row_id from unit_handover where kind = 'shift'))
      or exists (select from target where unit_id = any (${ids}::uuid[]) and superseded_at is null)
      or exists (select from campaign where unit_id = any (${ids}::uuid[])) or exists (select from campaign_area where team_id = any (${ids}::uuid[])) as "isBuiltUpon"`;
  return row?.isBuiltUpon === true;
}

/** In the history of each person whose role would have gone on elsewhere: it stays. */
async function tellPeople(tx: Transaction, commandId: string, { from, carried }: TreeDelta, now: string): Promise<void> {
  await tx.$executeRaw`
    with way as (
      select * from unnest(${carried.map(({ unitId }) => unitId)}::uuid[], ${carried.map(({ intoId }) => intoId)}::uuid[]) as way(unit_id, into_id)
    )
    insert into person_change (id, province_id, command_id, user_id, kind, role, unit_id, day, actor_id, at)
    select gen_random_uuid(), app_province(), ${commandId}::uuid, held.user_id, step.kind, held.role, step.unit_id, ${from}::date, app_user(), ${now}::timestamptz
    from unit_handover handed
    join way on way.unit_id = handed.unit_id
    join role_assignment held on held.id = handed.row_id
    cross join lateral (values ('roleEnded', way.into_id), ('roleGranted', handed.unit_id)) as step(kind, unit_id)
    where handed.kind = 'role' and handed."from" = ${from}::date and handed.continued_id is not null`;
}
