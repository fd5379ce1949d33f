import "server-only";
import { holdsRole, type Actor, type Role } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Whose units' member numbers a person sees; the planner sees numbers only. */
export const memberRoles = ["officer", "provinceVerifier", "provincePlanner"] as const satisfies readonly Role[];
/** Who sees dossiers one by one. */
export const paperRoles = ["officer", "provinceVerifier"] as const satisfies readonly Role[];

export type SeenUnit = { readonly id: string; readonly name: string };

/** @returns undefined alike for an unknown unit and for one that the person holds none of the roles for or above */
export async function findSeenUnit(tx: Transaction, actor: Actor, unitId: string, day: LocalDate, roles: readonly Role[] = memberRoles): Promise<SeenUnit | undefined> {
  const path = (await loadUnitPaths(tx, [unitId]))(unitId, day);
  if (!path || !actor.active || !holdsRole(actor, roles, path, day)) return undefined;
  const [unit] = await tx.$queryRaw<SeenUnit[]>`select id, name from unit where id = ${unitId}::uuid`;
  return unit;
}

/** The highest units for which the person holds one of the roles on a day. */
export function seenUnits({ active, assignments }: Actor, day: LocalDate, roles: readonly Role[] = memberRoles): string[] {
  if (!active) return [];
  return assignments.flatMap(({ role, unitId, validFrom, validTo }) => (roles.includes(role) && validFrom <= day && (!validTo || day < validTo) && unitId ? [unitId] : []));
}
