import "server-only";
import { canInvite } from "@/lib/domain/invitation/permission";
import { invitedRoles, type InvitedRole } from "@/lib/domain/invitation/invitation";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf } from "@/lib/domain/time/local-date";
import { withActor } from "@/lib/server/database/with-actor";

/** `hasPoster`: one that is open. */
export type InvitableUnit = { readonly id: string; readonly name: string; readonly roles: readonly InvitedRole[]; readonly hasPoster: boolean };

/** Teams into which the actor may invite, the nearest first. */
export function listInvitableUnits(actor: Actor, now: string): Promise<InvitableUnit[]> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const units = await tx.$queryRaw<{ id: string; name: string; path: string[]; hasPoster: boolean }[]>`
      select unit.id, unit.name, array_agg(path.ancestor_id::text order by path.depth desc) as path,
             exists (select from join_poster poster where poster.unit_id = unit.id and poster.closed_at is null) as "hasPoster"
      from unit join unit_ancestor path on path.unit_id = unit.id
        and path.valid_from <= ${today}::date and (path.valid_to is null or ${today}::date < path.valid_to)
      where unit.kind in ('team', 'grassroots') and app_supervises(unit.id)
        and unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)
      group by unit.id order by unit.kind = 'team' desc, unit.sort_order, unit.name, unit.id limit 2000`;
    return units.flatMap(({ id, name, path, hasPoster }) => {
      const roles = invitedRoles.filter((role) => canInvite(actor, role, path, today));
      return roles.length > 0 ? [{ id, name, roles, hasPoster }] : [];
    });
  });
}
