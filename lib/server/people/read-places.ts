import "server-only";
import { roles, type Actor } from "@/lib/domain/people/actor";
import { canGrant, isPoliceRole, keepsProvince, managedUnits } from "@/lib/domain/people/grants";
import type { UnitKind } from "@/lib/domain/people/person-form";
import { rolesOfPlace } from "@/lib/domain/people/role-steps";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { AreaChoice, PlaceChoices } from "@/lib/protocol/people";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import { withActor } from "@/lib/server/database/with-actor";

type Row = { readonly id: string; readonly name: string; readonly kind: UnitKind; readonly parentIds: readonly string[] };

/** The units that the actor looks after today, each behind the one above it, with the roles that may be given there. */
export function readPlaces(actor: Actor, now: string): Promise<PlaceChoices> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select unit.id, unit.name, unit.kind, array(
        select parent_id::text from unit_parent where unit_parent.unit_id = unit.id and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
      ) as "parentIds"
      from unit
      where unit.id in (select unit_id from units_below(${managedUnits(actor, today)}::uuid[], ${today}::date))
        and unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)
      order by unit.sort_order, unit.name, unit.id`;
    const paths = await loadUnitPaths(tx, rows.map(({ id }) => id));
    const pathOf = (id: string) => paths(id, today) ?? [];
    const areas = keepsProvince(actor, today)
      ? await tx.$queryRaw<AreaChoice[]>`
          select id, name from area where kind = 'commune' and valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to) order by name, id`
      : [];
    const units = inTree(rows).map(({ unit: { id, name, kind }, depth }) => ({
      id, name, kind, depth,
      roles: roles.filter((role) => rolesOfPlace(kind).includes(role) && !(isPoliceRole(role) && kind !== "province") && canGrant(actor, role, { unitPath: pathOf(id) }, today)),
    }));
    return { units, areas };
  });
}

/** Depth first; what has nothing of the list above it begins. */
function inTree(rows: readonly Row[]): { readonly unit: Row; readonly depth: number }[] {
  const listed = new Set(rows.map(({ id }) => id));
  const below = new Map<string, Row[]>();
  for (const row of rows) {
    const parent = row.parentIds.find((id) => listed.has(id)) ?? "";
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const walk = (parent: string, depth: number): { unit: Row; depth: number }[] => (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk("", 0);
}
