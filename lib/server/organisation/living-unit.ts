import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { Prisma } from "@/lib/server/generated/client";

/** The id of what there is of a unit on a day: itself, or where it is over, its only heir that is there; with none or several, itself. */
export function livingUnit(unitId: Prisma.Sql, day: LocalDate): Prisma.Sql {
  return Prisma.sql`coalesce((
    with recursive later(id) as (
      select ended.id from unit ended where ended.id = ${unitId} and ended.valid_to <= ${day}::date
      union
      select step.successor_id from later join unit_successor step on step.unit_id = later.id)
    select min(heir.id::text)::uuid from later join unit heir on heir.id = later.id
    where heir.valid_from <= ${day}::date and (heir.valid_to is null or ${day}::date < heir.valid_to)
    having count(*) = 1), ${unitId})`;
}
