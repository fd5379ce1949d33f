import "server-only";
import { canDecide } from "@/lib/domain/invitation/permission";
import type { Actor } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { livingUnit } from "@/lib/server/organisation/living-unit";

export type InvitedUnit = { readonly id: string; readonly name: string; readonly path: readonly string[] };

/** A unit that there is today, or what one of before went on in, with ids from the province down to it. */
export async function findInvitedUnit(tx: Transaction, unitId: string, today: LocalDate): Promise<InvitedUnit | undefined> {
  const [unit] = await tx.$queryRaw<InvitedUnit[]>`
    select unit.id, unit.name, (
      select array_agg(ancestor_id::text order by depth desc) from unit_ancestor
      where unit_id = unit.id and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
    ) as path
    from unit
    where unit.id = ${livingUnit(Prisma.sql`${unitId}::uuid`, today)} and unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)`;
  return unit;
}

/** The same, where the actor decides who comes in. */
export async function findDecidedUnit(tx: Transaction, actor: Actor, unitId: string, today: LocalDate): Promise<InvitedUnit | undefined> {
  const unit = await findInvitedUnit(tx, unitId, today);
  return unit && canDecide(actor, unit.path, today) ? unit : undefined;
}
