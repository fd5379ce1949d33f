import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { recordingRoles, supervisingRoles } from "@/lib/domain/review/permission";
import { canPlanShifts } from "@/lib/domain/shift/plan-permission";
import { holdsRole } from "@/lib/domain/people/actor";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { supervisedUnits, type Transaction } from "@/lib/server/database/with-actor";

/** More than a province has units. */
const mostUnits = 2_000;

export type NamedUnit = { readonly id: string; readonly name: string };
export type PlannedUnit = { readonly unit: NamedUnit; readonly units: readonly NamedUnit[]; readonly path: readonly string[]; readonly mayPlan: boolean };

/**
 * The unit that is asked for, or the first of the person's.
 * @param choosable `teams`: units with people who record, for whom shifts are planned; `all` of the person's units
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export async function findPlannedUnit(
  tx: Transaction,
  actor: Actor,
  { unitId, choosable, today }: { readonly unitId: string | undefined; readonly choosable: "teams" | "all"; readonly today: LocalDate },
): Promise<PlannedUnit | undefined> {
  const units = await (choosable === "teams" ? readTeams(tx, actor, today) : readUnits(tx, actor, today));
  const unit = unitId === undefined ? units[0] : await findUnit(tx, unitId);
  const path = unit && (await loadUnitPaths(tx, [unit.id]))(unit.id, today);
  if (!unit || !path || !actor.active || !holdsRole(actor, supervisingRoles, path, today)) return undefined;
  return { unit, units: units.some(({ id }) => id === unit.id) ? units : [unit, ...units], path, mayPlan: canPlanShifts(actor, path, today) };
}

/** Ids from the province down, if the person plans for this unit today. */
export async function findPlannedPath(tx: Transaction, actor: Actor, unitId: string, today: LocalDate): Promise<readonly string[] | undefined> {
  const path = (await loadUnitPaths(tx, [unitId]))(unitId, today);
  return path && canPlanShifts(actor, path, today) ? path : undefined;
}

async function findUnit(tx: Transaction, unitId: string): Promise<NamedUnit | undefined> {
  const [unit] = await tx.$queryRaw<NamedUnit[]>`select id, name from unit where id = ${unitId}::uuid`;
  return unit;
}

function readTeams(tx: Transaction, actor: Actor, today: LocalDate): Promise<NamedUnit[]> {
  return tx.$queryRaw<NamedUnit[]>`
    select unit.id, unit.name from unit
    where unit.id in (
        select unit_id from unit_ancestor
        where ancestor_id = any (${supervisedUnits(actor)}::uuid[]) and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to))
      and exists (
        select from role_assignment
        where role_assignment.unit_id = unit.id and role::text = any (${[...recordingRoles]})
          and role_assignment.valid_from <= ${today}::date and (role_assignment.valid_to is null or ${today}::date < role_assignment.valid_to))
    order by unit.sort_order, unit.name, unit.id
    limit ${mostUnits}`;
}

/** The highest first. */
function readUnits(tx: Transaction, actor: Actor, today: LocalDate): Promise<NamedUnit[]> {
  return tx.$queryRaw<NamedUnit[]>`
    select unit.id, unit.name from unit join (
      select unit_id, min(depth) as depth from unit_ancestor
      where ancestor_id = any (${supervisedUnits(actor)}::uuid[]) and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
      group by unit_id
    ) below on below.unit_id = unit.id
    order by below.depth, unit.sort_order, unit.name, unit.id
    limit ${mostUnits}`;
}
