import "server-only";
import { isWithin, nameOn, type OrganisationTree, type OrganisationUnit } from "@/lib/domain/organisation/organisation-unit";
import { canChangeUnit, canPutBelow, canReadUnit } from "@/lib/domain/organisation/permission";
import { childrenOn, pathNear } from "@/lib/domain/organisation/tree";
import { holdsRole, type Actor, type Role } from "@/lib/domain/people/actor";
import { managingRoles } from "@/lib/domain/people/grants";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { NamedUnit, UnitHistoryRow, UnitPage } from "@/lib/protocol/organisation";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadTree } from "./load-tree";
import { seesUnit } from "./seen-tree";

/** @returns undefined alike for an unknown unit and for one that the person does not see */
export function readUnitPage(actor: Actor, unitId: string, now: string): Promise<UnitPage | undefined> {
  return withActor(actor, async (tx) => {
    const tree = await loadTree(tx);
    const unit = tree.get(unitId);
    const today = localDateOf(now);
    if (!unit || !seesUnit(tree, actor, unit, today)) return undefined;
    const path = pathNear(tree, unit, today);
    const isOver = unit.validTo !== undefined;
    const isOwn = canChangeUnit(actor, path, today);
    return {
      id: unit.id, name: nameOn(unit, today), kind: unit.kind, validFrom: unit.validFrom, validTo: unit.validTo,
      path: namedPath(tree, actor, path, today),
      mayChange: !isOver && isOwn,
      mayPutBelow: !isOver && unit.kind !== "team" && canPutBelow(actor, path, today),
      people: await readPeople(tx, unitId, today),
      mayOpenPeople: actor.active && holdsRole(actor, managingRoles, path, today),
      children: childrenOn(tree, unitId, isWithin(unit, today) ? today : unit.validFrom).map((child) => named(child, today)),
      parents: unit.parents.map(({ parentId, validFrom, validTo }) => ({ name: nameOf(tree, parentId, validFrom), validFrom, validTo })),
      formerNames: unit.formerNames.flatMap(({ name, validFrom, validTo }) => (validTo ? [{ name, validFrom, validTo }] : [])),
      successors: unit.successors.map(({ unitId: id, from }) => ({ id, name: nameOf(tree, id, from), from })),
      forerunners: [...tree.values()].flatMap((one) => one.successors.filter((step) => step.unitId === unitId).map(({ from }) => ({ ...named(one, from), from }))),
      entries: await countEntries(tx, unitId),
      history: await readHistory(tx, tree, unitId, isOwn ? today : undefined),
    };
  });
}

function named(unit: OrganisationUnit, day: LocalDate): NamedUnit {
  return { id: unit.id, name: nameOn(unit, day) };
}

function nameOf(tree: OrganisationTree, id: string, day: LocalDate): string {
  const unit = tree.get(id);
  return unit ? nameOn(unit, day) : "";
}

/** What is above the person's units is named nowhere on the page. */
function namedPath(tree: OrganisationTree, actor: Actor, path: readonly string[], today: LocalDate): NamedUnit[] {
  const first = path.findIndex((_, index) => canReadUnit(actor, path.slice(0, index + 1), today));
  return first < 0 ? [] : path.slice(first, -1).flatMap((id) => tree.get(id) ?? []).map((unit) => named(unit, today));
}

async function readPeople(tx: Transaction, unitId: string, today: LocalDate): Promise<Partial<Record<Role, number>>> {
  const rows = await tx.$queryRaw<{ role: Role; count: number }[]>`
    select role::text as role, count(distinct user_id)::int as count from role_assignment
    where unit_id = ${unitId}::uuid and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to) group by role`;
  return Object.fromEntries(rows.map(({ role, count }) => [role, count]));
}

async function countEntries(tx: Transaction, unitId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from entry where unit_id = ${unitId}::uuid`;
  return row?.count ?? 0;
}

/**
 * Newest first.
 * @param planning today, for whoever may take back what is planned
 */
async function readHistory(tx: Transaction, tree: OrganisationTree, unitId: string, planning: LocalDate | undefined): Promise<UnitHistoryRow[]> {
  type Row = Pick<UnitHistoryRow, "id" | "kind" | "from" | "byName"> & { readonly at: Date; readonly takenBackAt: Date | null; readonly unitIds: readonly string[]; readonly reversible: boolean };
  const rows = await tx.$queryRaw<Row[]>`
    select unit_change.id, kind, "from"::text as "from", unit_ids as "unitIds", set_at as at, app_user.name as "byName", taken_back_at as "takenBackAt", reversible
    from unit_change join app_user on app_user.id = set_by_id
    where unit_ids @> array[${unitId}::uuid] order by "from" desc, set_at desc limit 100`;
  return rows.map(({ unitIds, at, takenBackAt, reversible, ...row }) => ({
    ...row, at: at.toISOString(), units: unitIds.filter((id) => id !== unitId).map((id) => nameOf(tree, id, row.from)), takenBackAt: takenBackAt?.toISOString(),
    mayTakeBack: reversible && !takenBackAt && planning !== undefined && row.from > planning,
  }));
}
