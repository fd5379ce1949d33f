import "server-only";
import type { MemberOptions } from "@/lib/protocol/members";
import { Prisma } from "@/lib/server/generated/client";

type Asked = MemberOptions & { readonly provinceId: string; readonly batchId: string };

/**
 * Common table expressions up to `planned`: one row for each person of whom the file says something, with what it
 * changes (`what`, null for nothing), from which day, and what is known of the person now. What is known of a later day
 * than the file's stays.
 */
export function plannedChanges({ provinceId, batchId, asOf, people, complete }: Asked): Prisma.Sql {
  const ofMembers = Prisma.raw(people === "members" ? "true" : "false");
  const day = Prisma.sql`${asOf}::date`;
  return Prisma.sql`
    staged as materialized (
      -- Who is in the file twice moved: where they are now speaks, the other row says when they left there.
      select distinct on (number_hash) number_hash, last_four, unit_id, joined_on, left_on, public_employee
      from member_staging where batch_id = ${batchId}::uuid order by number_hash, left_on desc nulls first, row_number desc
    ), known as materialized (
      select distinct on (number_hash) number_hash, id, last_four, unit_id, union_member, public_employee, valid_from, valid_to,
             count(*) over (partition by number_hash) = 1 as is_first
      from member where province_id = ${provinceId}::uuid order by number_hash, valid_from desc, valid_to desc nulls first
    ), missing as (
      select known.* from known
      where ${complete} and valid_to is null and valid_from <= ${day} and case when ${ofMembers} then union_member else public_employee end
        and unit_id in (select unit_id from member_staging where batch_id = ${batchId}::uuid)
        and not exists (select from staged where staged.number_hash = known.number_hash)
    ), said as (
      select number_hash, last_four, unit_id, joined_on, left_on, public_employee, false as is_missing from staged
      union all
      select number_hash, coalesce(last_four, ''), unit_id, null, ${day}, null, true from missing
    ), beside as (
      select said.*, known.id as known_id, known.unit_id as known_unit, known.union_member as was_member, known.public_employee as was_employee,
             known.valid_from as known_from, known.valid_to as known_to, known.is_first,
             known.id is not null and (known.valid_to is null or known.valid_to > ${day}) as is_open,
             away.left_on as left_known_unit
      from said left join known on known.number_hash = said.number_hash
      left join member_staging away on away.batch_id = ${batchId}::uuid and away.number_hash = said.number_hash and away.unit_id = known.unit_id
        and away.left_on > known.valid_from and away.left_on <= ${day}
    ), meant as (
      -- A list of public employees says nothing about which unit of the Union a member is in.
      select beside.*, ${ofMembers} or (is_open and was_member) as is_member,
             case when ${ofMembers} then coalesce(public_employee, is_open and was_employee) else left_on is null end as is_employee,
             case when not ${ofMembers} and is_open and was_member then known_unit else unit_id end as to_unit
      from beside
    ), weighed as (
      select meant.*,
        case
          when left_on is not null then case
            when known_id is null then case when joined_on < left_on then 'past' end
            when not ${ofMembers} and is_open and was_member then case when was_employee and known_to is null and left_on <= ${day} then 'change' end
            when known_unit <> unit_id or known_to = left_on or left_on < known_from then null
            when known_to is null then 'leave'
            else 'correct' end
          when known_id is null then 'join'
          when not is_open then 'join'
          when known_to is not null or known_from > ${day} then null
          when is_member and not was_member then 'join'
          when known_unit <> to_unit then 'move'
          when is_employee <> was_employee then 'change'
          when ${ofMembers} and is_first and joined_on <> known_from then 'correct'
        end as what
      from meant
    ), planned as materialized (
      select weighed.*,
        case
          when what = 'past' then joined_on
          when left_on is not null then left_on
          when what = 'correct' or known_id is null then coalesce(joined_on, ${day})
          when what = 'change' then ${day}
          when not is_open then case when joined_on >= known_to then joined_on else ${day} end
          when joined_on > known_from then joined_on
          else coalesce(left_known_unit, ${day})
        end as day
      from weighed
    )`;
}
