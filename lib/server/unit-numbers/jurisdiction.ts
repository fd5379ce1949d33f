import "server-only";
import { holdsRole, type Actor } from "@/lib/domain/people/actor";
import { supervisingRoles } from "@/lib/domain/review/permission";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { supervisedUnits, type Transaction } from "@/lib/server/database/with-actor";

export type NamedUnit = { readonly id: string; readonly name: string };

/**
 * The units from the highest one that the person supervises down to this one.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export async function findUnitPath(tx: Transaction, actor: Actor, unitId: string, today: LocalDate): Promise<NamedUnit[] | undefined> {
  const path = (await loadUnitPaths(tx, [unitId]))(unitId, today);
  if (!path || !actor.active || !holdsRole(actor, supervisingRoles, path, today)) return undefined;
  const scope = supervisedUnits(actor);
  const visible = path.slice(path.findIndex((id) => scope.includes(id)));
  const units = await tx.$queryRaw<NamedUnit[]>`select id, name from unit where id = any (${visible}::uuid[])`;
  return visible.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
