import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { MemberChange, MemberPlan, PlannedChange, UnitChanges } from "@/lib/protocol/members";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import { withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findBatch, type AnyBatch } from "@/lib/server/imports/batch-row";
import { plannedChanges } from "./changes-query";
import { memberOptionsOf } from "./member-options";

/** Changes that are shown one by one. */
const shownChanges = 100;

/** What a file that was read would change, kept as the batch's numbers too. Nothing of the register is written. */
export function planMembers(actor: Actor, batch: AnyBatch): Promise<MemberPlan> {
  return withActorForLong(actor, async (tx) => {
    const plan = await readPlan(tx, (await findBatch(tx, batch.id)) ?? batch, actor.provinceId);
    const { join = 0, ...others } = plan.counts;
    const changed = Object.values(others).reduce((sum, count) => sum + count, 0);
    await tx.$executeRaw`update import_batch set new_count = ${join}, changed_count = ${changed} where id = ${batch.id}::uuid and status = 'reading'`;
    return plan;
  });
}

/** Writes the dated rows, and forgets what the file said besides. @returns what was changed */
export async function applyMembers(tx: Transaction, batch: AnyBatch): Promise<MemberPlan> {
  const [province] = await tx.$queryRaw<{ id: string }[]>`select province_id as id from import_batch where id = ${batch.id}::uuid`;
  const provinceId = province?.id ?? "";
  const plan = await readPlan(tx, batch, provinceId);
  await tx.$executeRaw`
    with ${changesOf(batch, provinceId)}, kept as (
      update member set
        valid_from = case when what = 'correct' and left_on is null then day else valid_from end,
        valid_to = case when what in ('leave', 'correct') then coalesce(left_on, valid_to) when splits then day else valid_to end,
        unit_id = case when in_place then to_unit else member.unit_id end,
        union_member = case when in_place then is_member else member.union_member end,
        public_employee = case when in_place then is_employee else member.public_employee end
      from placed where member.id = known_id and (what in ('leave', 'correct') or splits or in_place)
    )
    insert into member (id, province_id, number_hash, hash_version, last_four, unit_id, union_member, public_employee, valid_from, valid_to, import_batch_id)
    select gen_random_uuid(), ${provinceId}::uuid, number_hash, ${hashVersion}, last_four, to_unit, is_member, is_employee, day,
           case when what = 'past' then left_on end, ${batch.id}::uuid
    from placed where what in ('past', 'join', 'move', 'change') and not in_place`;
  await tx.$executeRaw`delete from member_staging where batch_id = ${batch.id}::uuid`;
  return plan;
}

type Counted = { readonly what: MemberChange | null; readonly isMissing: boolean; readonly count: number };

async function readPlan(tx: Transaction, batch: AnyBatch, provinceId: string): Promise<MemberPlan> {
  // Rows staged a moment ago are in no statistics: tens of thousands would be compared with as many, one by one.
  await tx.$queryRaw`select set_config('enable_nestloop', 'off', true)`;
  const [plan] = await tx.$queryRaw<{ counts: Counted[] | null; units: UnitChanges[] | null; sample: PlannedChange[] | null }[]>`
    with ${changesOf(batch, provinceId)}, moved as (
      select to_unit as unit_id, what = 'join' as joins, what = 'move' as moved_in, false as moved_out, false as leavers from placed where what in ('join', 'move')
      union all
      select known_unit, false, false, what = 'move', what = 'leave' from placed where what in ('move', 'leave')
    ), by_unit as (
      select unit.id as "unitId", unit.name, (count(*) filter (where joins))::int as joins, (count(*) filter (where moved_in))::int as "movedIn",
             (count(*) filter (where moved_out))::int as "movedOut", (count(*) filter (where leavers))::int as leavers
      from moved join unit on unit.id = moved.unit_id group by unit.id, unit.name, unit.sort_order order by unit.sort_order, unit.name limit 1000
    ), sample as (
      select what, last_four as "lastFour", day, was.name as "from", now.name as "to"
      from placed
      left join unit was on was.id = known_unit and what <> 'past'
      left join unit now on now.id = to_unit and what not in ('leave', 'past')
      where what is not null
      order by array_position(array['leave', 'move', 'past', 'correct', 'change', 'join'], what), day, last_four limit ${shownChanges}
    )
    select (select json_agg(counted) from (select what, is_missing as "isMissing", count(*)::int as count from placed group by 1, 2) counted) as counts,
           (select json_agg(by_unit) from by_unit) as units, (select json_agg(sample) from sample) as sample`;
  const counts = plan?.counts ?? [];
  const sumOf = (rows: readonly Counted[]) => rows.reduce((sum, { count }) => sum + count, 0);
  return {
    counts: Object.fromEntries([...new Set(counts.flatMap(({ what }) => what ?? []))].map((what) => [what, sumOf(counts.filter((row) => row.what === what))])),
    same: sumOf(counts.filter(({ what }) => what === null)),
    missing: sumOf(counts.filter(({ what, isMissing }) => what !== null && isMissing)),
    unreadBefore: memberOptionsOf(batch).complete ? batch.unreadCount : 0,
    units: plan?.units ?? [],
    sample: (plan?.sample ?? []).map((change) => ({ ...change, from: change.from ?? undefined, to: change.to ?? undefined })),
  };
}

/** With how each is written: a new row behind the known one, or the known one anew where it began on the same day. */
function changesOf(batch: AnyBatch, provinceId: string) {
  const options = memberOptionsOf(batch);
  // Of a row that could not be read nobody knows whose it is: then nobody is missing.
  const complete = options.complete && batch.unreadCount === 0;
  return Prisma.sql`${plannedChanges({ ...options, complete, provinceId, batchId: batch.id })}, placed as (
    select planned.*,
      coalesce(what in ('join', 'move', 'change') and is_open and day > known_from, false) as splits,
      coalesce(what in ('join', 'move', 'change') and is_open and day <= known_from, false) as in_place
    from planned
  )`;
}
