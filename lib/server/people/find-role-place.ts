import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { canGrant } from "@/lib/domain/people/grants";
import type { RoleForm, UnitKind } from "@/lib/domain/people/person-form";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";

/**
 * The kind of the unit where a role is to hold; undefined for an area. Refuses with `unknownOrForbidden` where that is
 * not the actor's to look after or is not there on the day, `roleNotYours` where only the role is not the actor's to give.
 */
export async function findRolePlace(tx: Transaction, actor: Actor, { role, unitId, areaId, from }: RoleForm, today: LocalDate): Promise<Result<UnitKind | undefined, Refusal>> {
  if (areaId !== undefined) {
    const [area] = await tx.$queryRaw<{ id: string }[]>`
      select id from area where id = ${areaId}::uuid and kind = 'commune' and valid_from <= ${from}::date and (valid_to is null or ${from}::date < valid_to)`;
    return area && canGrant(actor, role, { areaId }, today) ? ok(undefined) : err({ code: "unknownOrForbidden", field: "areaId" });
  }
  if (unitId === undefined) return err({ code: "required", field: "unitId" });
  const [unit] = await tx.$queryRaw<{ kind: UnitKind }[]>`
    select kind from unit where id = ${unitId}::uuid and valid_from <= ${from}::date and (valid_to is null or ${from}::date < valid_to)`;
  const unitPath = (await loadUnitPaths(tx, [unitId]))(unitId, from < today ? today : from) ?? [];
  if (!unit || !canGrant(actor, "volunteer", { unitPath }, today)) return err({ code: "unknownOrForbidden", field: "unitId" });
  return canGrant(actor, role, { unitPath }, today) ? ok(unit.kind) : err({ code: "roleNotYours", field: "role" });
}
