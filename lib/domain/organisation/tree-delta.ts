import type { LocalDate } from "../time/local-date";
import type { NewUnit } from "./organisation-change";
import type { OrganisationTree, OrganisationUnit, UnitKind } from "./organisation-unit";

/** What a change writes, all of it from one day on. */
export type TreeDelta = {
  readonly from: LocalDate;
  readonly opened: readonly (NewUnit & { readonly kind: UnitKind; readonly parentId: string })[];
  readonly renamed: readonly { readonly unitId: string; readonly before: string; readonly since: LocalDate; readonly name: string }[];
  /** Units that get another parent. */
  readonly moved: readonly { readonly unitId: string; readonly before: string; readonly parentId: string }[];
  readonly closed: readonly string[];
  readonly successions: readonly { readonly unitId: string; readonly successorId: string }[];
  /** Where people, members of the register and plans go on. */
  readonly carried: readonly { readonly unitId: string; readonly intoId: string }[];
};

export const emptyDelta = { opened: [], renamed: [], moved: [], closed: [], successions: [], carried: [] } as const satisfies Omit<TreeDelta, "from">;

/** Every unit about which a change says something; not those that only get another unit below them. */
export function touchedBy({ opened, renamed, moved, closed, successions }: TreeDelta): string[] {
  return [...new Set([
    ...opened.map(({ id }) => id), ...renamed.map(({ unitId }) => unitId), ...moved.map(({ unitId }) => unitId), ...closed,
    ...successions.map(({ successorId }) => successorId),
  ])];
}

/** The tree afterwards: what the server writes in SQL. */
export function withDelta(tree: OrganisationTree, { from, opened, renamed, moved, closed, successions }: TreeDelta): OrganisationTree {
  const after = new Map(tree);
  const change = (id: string, how: (unit: OrganisationUnit) => OrganisationUnit) => {
    const unit = after.get(id);
    if (unit) after.set(id, how(unit));
  };
  for (const { id, name, kind, parentId } of opened) {
    after.set(id, { id, name, kind, validFrom: from, parents: [{ parentId, validFrom: from }], formerNames: [], successors: [] });
  }
  for (const { unitId, before, since, name } of renamed) {
    change(unitId, (unit) => ({ ...unit, name, formerNames: [...unit.formerNames, { name: before, validFrom: since, validTo: from }] }));
  }
  for (const { unitId, parentId } of moved) change(unitId, (unit) => ({ ...endParent(unit, from), parents: [...endParent(unit, from).parents, { parentId, validFrom: from }] }));
  for (const unitId of closed) change(unitId, (unit) => ({ ...endParent(unit, from), validTo: from }));
  for (const { unitId, successorId } of successions) change(unitId, (unit) => ({ ...unit, successors: [...unit.successors, { unitId: successorId, from }] }));
  return after;
}

function endParent(unit: OrganisationUnit, day: LocalDate): OrganisationUnit {
  return { ...unit, parents: unit.parents.map((span) => (span.validTo === undefined ? { ...span, validTo: day } : span)) };
}
