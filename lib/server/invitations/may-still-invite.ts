import "server-only";
import { canInvite } from "@/lib/domain/invitation/permission";
import type { InvitedRole } from "@/lib/domain/invitation/invitation";
import type { Actor, RoleAssignment } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { loadPeople } from "@/lib/server/people/load-people";
import { findInvitedUnit } from "./invited-unit";

type Made = { readonly createdById: string; readonly unitId: string; readonly role: InvitedRole; readonly forUserId: string | null };

/** Whether whoever made an invitation could make it today as well: moved, out of office or deactivated, nobody comes in on their word. */
export async function mayStillInvite(tx: Transaction, provinceId: string, { createdById, unitId, role, forUserId }: Made, today: LocalDate): Promise<boolean> {
  const maker = await loadMaker(tx, provinceId, createdById);
  const unit = await findInvitedUnit(tx, unitId, today);
  if (!unit || !canInvite(maker, role, unit.path, today)) return false;
  return !forUserId || (await loadPeople(tx, maker, [forUserId], today)).get(forUserId)?.mayChange === true;
}

async function loadMaker(tx: Transaction, provinceId: string, userId: string): Promise<Actor> {
  const rows = await tx.$queryRaw<(Pick<RoleAssignment, "role" | "validFrom"> & { unitId: string | null; validTo: LocalDate | null })[]>`
    select held.role::text, held.unit_id as "unitId", held.valid_from::text as "validFrom", held.valid_to::text as "validTo"
    from role_assignment held join app_user maker on maker.id = held.user_id and maker.disabled_at is null
    where held.user_id = ${userId}::uuid`;
  const assignments = rows.map(({ role, unitId, validFrom, validTo }) => ({ role, validFrom, ...(unitId ? { unitId } : {}), ...(validTo ? { validTo } : {}) }));
  return { provinceId, userId, active: assignments.length > 0, assignments };
}
