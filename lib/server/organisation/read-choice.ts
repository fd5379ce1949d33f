import "server-only";
import { nameOn, standsBelow, unitKinds, type OrganisationTree, type OrganisationUnit } from "@/lib/domain/organisation/organisation-unit";
import { canChangeUnit, canPutBelow } from "@/lib/domain/organisation/permission";
import { parentOn, pathNear } from "@/lib/domain/organisation/tree";
import type { Actor } from "@/lib/domain/people/actor";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { ChangeChoice } from "@/lib/protocol/organisation";
import { withActor } from "@/lib/server/database/with-actor";
import { loadTree } from "./load-tree";

/**
 * What a change of a unit is chosen from: units that last, of the person's own, by parent.
 * @returns undefined alike for an unknown unit and for one that is not the person's to change, or to put something below
 */
export function readChangeChoice(actor: Actor, unitId: string, now: string): Promise<ChangeChoice | undefined> {
  return withActor(actor, async (tx) => {
    const tree = await loadTree(tx);
    const today = localDateOf(now);
    const unit = tree.get(unitId);
    if (!unit || unit.validTo !== undefined || !canPutBelow(actor, pathNear(tree, unit, today), today)) return undefined;
    const lasting = [...tree.values()].filter(({ validTo, id }) => validTo === undefined && id !== unitId);
    return {
      unit: { ...named(unit, today), kind: unit.kind },
      mayChange: canChangeUnit(actor, pathNear(tree, unit, today), today),
      kindsBelow: unitKinds.filter((kind) => standsBelow(kind, unit.kind)),
      parentId: parentOn(unit, today > unit.validFrom ? today : unit.validFrom),
      parents: lasting.filter((one) => standsBelow(unit.kind, one.kind) && canPutBelow(actor, pathNear(tree, one, today), today))
        .map((one) => ({ ...named(one, today), groupName: groupOf(tree, one, today) })),
      peers: lasting.filter((one) => one.kind === unit.kind && canChangeUnit(actor, pathNear(tree, one, today), today))
        .map((one) => ({ ...named(one, today), groupName: groupOf(tree, one, today) })),
    };
  });
}

function named(unit: OrganisationUnit, today: LocalDate): { id: string; name: string } {
  return { id: unit.id, name: nameOn(unit, today) };
}

/** The name of what stands above, by which namesakes are told apart. */
function groupOf(tree: OrganisationTree, unit: OrganisationUnit, today: LocalDate): string {
  const parent = tree.get(pathNear(tree, unit, today).at(-2) ?? "");
  return parent ? nameOn(parent, today) : "";
}
