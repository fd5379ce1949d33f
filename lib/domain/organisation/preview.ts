import type { Role } from "../people/actor";
import type { LocalDate } from "../time/local-date";
import { nameOn, type OrganisationTree, type UnitKind } from "./organisation-unit";
import { parentOn, subtreeOn } from "./tree";
import type { TreeDelta } from "./tree-delta";

/** What hangs on a unit itself, counted where the tree is kept. */
export type UnitLoad = {
  readonly people: Partial<Record<Role, number>>;
  /** Phones of these people, and what they said last that they still hold. */
  readonly phones: number;
  readonly unsent: number;
  readonly members: number;
  /** Planned for the day of the change or later. */
  readonly shifts: number;
  readonly campaigns: number;
  readonly places: number;
  /** Set for the year of the change or later. */
  readonly targets: number;
  readonly entries: number;
  /** Of the entries, those that somebody still has to decide. */
  readonly waiting: number;
};

export const noLoad: UnitLoad = { people: {}, phones: 0, unsent: 0, members: 0, shifts: 0, campaigns: 0, places: 0, targets: 0, entries: 0, waiting: 0 };

export type UnitFate =
  | { readonly fate: "opens"; readonly parentName: string }
  | { readonly fate: "isRenamed"; readonly to: string }
  | { readonly fate: "moves"; readonly fromName: string; readonly toName: string; /** Units below it, which go with it. */ readonly below: number }
  | { readonly fate: "closes"; readonly heirs: readonly string[] };

export type ChangedUnit = { readonly id: string; readonly name: string; readonly kind: UnitKind } & UnitFate;

/** What goes on in another unit, and what stays with the one that closes. */
export type Handover = { readonly name: string; /** None where nobody follows. */ readonly intoName?: string; readonly load: UnitLoad };

export type ChangePreview = {
  readonly from: LocalDate;
  readonly units: readonly ChangedUnit[];
  readonly handovers: readonly Handover[];
  /** Units whose entries of days before the change stay in the jurisdiction of before. */
  readonly movedEntries: number;
};

/**
 * Says what a change does before it is done. Entries never move: those of a unit that closes stay its own, and are
 * decided by whoever leads the heirs.
 * @param loads of the units that close or move
 */
export function previewOf(tree: OrganisationTree, delta: TreeDelta, loads: ReadonlyMap<string, UnitLoad>): ChangePreview {
  const { from, opened, renamed, moved, closed, successions, carried } = delta;
  const begun = new Map(opened.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => {
    const unit = tree.get(id);
    return begun.get(id) ?? (unit ? nameOn(unit, from) : "");
  };
  const of = (id: string, kind = tree.get(id)?.kind ?? "team") => ({ id, name: nameOf(id), kind });
  const heirOf = new Map(carried.map(({ unitId, intoId }) => [unitId, intoId]));
  return {
    from,
    units: [
      ...closed.map((id): ChangedUnit => ({ ...of(id), fate: "closes", heirs: successions.filter(({ unitId }) => unitId === id).map(({ successorId }) => nameOf(successorId)) })),
      ...opened.map(({ id, kind, parentId }): ChangedUnit => ({ ...of(id, kind), fate: "opens", parentName: nameOf(parentId) })),
      ...renamed.map(({ unitId, before, name }): ChangedUnit => ({ ...of(unitId), name: before, fate: "isRenamed", to: name })),
      ...moved.map(({ unitId, before, parentId }): ChangedUnit => ({
        ...of(unitId), fate: "moves", fromName: nameOf(before), toName: nameOf(parentId), below: subtreeOn(tree, unitId, from).length - 1,
      })),
    ],
    handovers: closed.map((id) => {
      const intoId = heirOf.get(id);
      return { name: nameOf(id), ...(intoId === undefined ? {} : { intoName: nameOf(intoId) }), load: loads.get(id) ?? noLoad };
    }),
    movedEntries: moved.filter(({ unitId, before }) => !closed.includes(before) && parentOn(tree.get(unitId)!, from) === before)
      .flatMap(({ unitId }) => subtreeOn(tree, unitId, from)).reduce((sum, id) => sum + (loads.get(id)?.entries ?? 0), 0),
  };
}

/** Units of which a preview has to know what hangs on them. */
export function loadedUnits(tree: OrganisationTree, { from, closed, moved }: TreeDelta): string[] {
  return [...new Set([...closed, ...moved.flatMap(({ unitId }) => subtreeOn(tree, unitId, from))])];
}
