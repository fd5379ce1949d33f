import type { Actor } from "../people/actor";
import type { Refusal } from "../refusal";
import type { LocalDate } from "../time/local-date";
import type { OrganisationTree } from "./organisation-unit";
import { canChangeUnit, canPutBelow } from "./permission";
import { pathNear } from "./tree";
import { touchedBy, type TreeDelta } from "./tree-delta";

export type TakeBackFacts = {
  readonly actor: Actor;
  readonly today: LocalDate;
  /** What it handed over is written down. */
  readonly isReversible: boolean;
  /** A later change of one of its units, or people and plans that the units it opens have by now. */
  readonly isBuiltUpon: boolean;
};

/**
 * Why a change of the tree can't be taken back, if it can't. By whoever could have made it, and before its day: what is
 * done already is put right by another change, because entries keep the tree of their day.
 */
export function whyNotTakenBack(tree: OrganisationTree, delta: TreeDelta, { actor, today, isReversible, isBuiltUpon }: TakeBackFacts): Refusal | undefined {
  const path = (id: string) => {
    const unit = tree.get(id);
    return unit ? pathNear(tree, unit, today) : [];
  };
  const above = [...delta.opened, ...delta.moved].map(({ parentId }) => parentId);
  const isOwn = touchedBy(delta).every((id) => canChangeUnit(actor, path(id), today)) && above.every((id) => canPutBelow(actor, path(id), today));
  if (!isOwn) return { code: "unknownOrForbidden" };
  if (delta.from <= today || !isReversible) return { code: "changeInEffect" };
  return isBuiltUpon ? { code: "changeBuiltUpon" } : undefined;
}
