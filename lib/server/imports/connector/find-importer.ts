import "server-only";
import type { Actor, RoleAssignment } from "@/lib/domain/people/actor";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";

/** Somebody who can sign in, by login, with the roles they hold; for what runs without anybody signed in. */
export async function findImporter(login: string): Promise<Actor | undefined> {
  const provinceId = await deployedProvinceId();
  const [row] = await withProvince(provinceId, (tx) => tx.$queryRaw<{ id: string; active: boolean; assignments: (RoleAssignment & { unitId: string | null; validTo: string | null })[] }[]>`
    select person.id, person.disabled_at is null as active,
           coalesce(json_agg(json_build_object('role', held.role, 'unitId', held.unit_id, 'validFrom', held.valid_from, 'validTo', held.valid_to))
                    filter (where held.unit_id is not null), '[]') as assignments
    from app_user person left join role_assignment held on held.user_id = person.id
    where person.login = ${login} group by person.id`);
  if (!row) return undefined;
  const assignments = row.assignments.map(({ role, unitId, validFrom, validTo }) => ({ role, validFrom, ...(unitId ? { unitId } : {}), ...(validTo ? { validTo } : {}) }));
  return { provinceId, userId: row.id, active: row.active, assignments };
}
