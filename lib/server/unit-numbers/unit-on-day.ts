import "server-only";
import { Prisma } from "@/lib/server/generated/client";

/**
 * The day on which a row's place in the tree is looked up: its day of activity, moved into the unit's life
 * where a phone's clock was wrong or the unit is no more. Numbers and the entries behind them both use it,
 * so they can't differ.
 * @param happenedOn and unit: columns of the row
 */
export function dayInLifeOf(happenedOn: Prisma.Sql, unit: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`least(greatest(${happenedOn}, ${unit}.valid_from), coalesce(${unit}.valid_to - 1, 'infinity'::date))`;
}

/** Is a dated row of the tree valid on this day? */
export function validOn(step: Prisma.Sql, day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${step}.valid_from <= ${day} and (${step}.valid_to is null or ${day} < ${step}.valid_to)`;
}
