import type { Actor } from "../people/actor";
import type { Refusal, RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanText } from "../text/clean-text";
import type { LocalDate } from "../time/local-date";
import { heirIdOf, subjectsOf, type ChangeOf, type Heir, type NewUnit, type OrganisationChange } from "./organisation-change";
import { nameOn, standsBelow, type OrganisationTree, type UnitKind } from "./organisation-unit";
import { canChangeUnit, canPutBelow } from "./permission";
import { childrenOn, parentOn, pathNear, subtreeOn } from "./tree";
import { emptyDelta, type TreeDelta } from "./tree-delta";

/** What besides the tree decides about a change. */
export type ChangeFacts = {
  readonly actor: Actor;
  readonly today: LocalDate;
  /** The last day for which something was recorded for the unit itself. */
  readonly lastRecordedOn: (unitId: string) => LocalDate | undefined;
  /** The last day that a closed period holds. */
  readonly closedThrough?: LocalDate | undefined;
  /** People who hold a role for the unit itself on the day or later. */
  readonly peopleFrom: (unitId: string) => number;
};

type Decision = Result<TreeDelta, Refusal>;

/**
 * What a change writes, or why not. Never anything before a day that is told already: entries keep the unit, and the
 * tree, of their day.
 */
export function decideChange(tree: OrganisationTree, change: OrganisationChange, facts: ChangeFacts): Decision {
  const decision = decide(tree, change, facts);
  if (!decision.ok) return decision;
  return facts.closedThrough !== undefined && change.from <= facts.closedThrough ? refuse("changeInClosedPeriod", "from") : decision;
}

function decide(tree: OrganisationTree, change: OrganisationChange, facts: ChangeFacts): Decision {
  for (const unitId of subjectsOf(change)) {
    const problem = problemOfSubject(tree, unitId, change, facts);
    if (problem) return err(problem);
  }
  if (change.kind === "open") return open(tree, change, facts);
  if (change.kind === "rename") return rename(tree, change, facts);
  if (change.kind === "move") return move(tree, change, facts);
  if (change.kind === "merge") return merge(tree, change, facts);
  return change.kind === "split" ? split(tree, change, facts) : close(tree, change, facts);
}

/** The unit is there, the actor's to change, and nothing is recorded or planned that the day would contradict. */
function problemOfSubject(tree: OrganisationTree, unitId: string, { kind, from }: OrganisationChange, facts: ChangeFacts): Refusal | undefined {
  const unit = tree.get(unitId);
  if (!unit || !canChangeUnit(facts.actor, pathNear(tree, unit, facts.today), facts.today)) return { code: "unknownOrForbidden", field: "unitId" };
  if (from <= unit.validFrom) return { code: "unitNotThere", field: "from" };
  if (unit.validTo !== undefined) return { code: unit.validTo <= from ? "unitNotThere" : "changePlannedLater", field: "from" };
  if (kind === "rename") return undefined;
  if (unit.parents.some(({ validFrom, validTo }) => validFrom >= from || (validTo !== undefined && validTo > from))) return { code: "changePlannedLater", field: "from" };
  const told = subtreeOn(tree, unitId, from).some((id) => (facts.lastRecordedOn(id) ?? "") >= from);
  return told ? { code: "changeBeforeRecorded", field: "from" } : undefined;
}

function open(tree: OrganisationTree, { from, unit, unitKind, parentId }: ChangeOf<"open">, facts: ChangeFacts): Decision {
  const opened = begin(tree, unit, { kind: unitKind, parentId, from }, facts);
  return opened.ok ? ok({ ...emptyDelta, from, opened: [opened.value] }) : opened;
}

function begin(
  tree: OrganisationTree, unit: NewUnit, { kind, parentId, from }: { kind: UnitKind; parentId: string; from: LocalDate }, facts: ChangeFacts,
  leaving: readonly string[] = [],
): Result<TreeDelta["opened"][number], Refusal> {
  const problem = problemOfParent(tree, parentId, kind, from, facts);
  if (problem) return err(problem);
  // An id that is taken belongs to something of which the actor may know nothing.
  if (tree.has(unit.id)) return err({ code: "unknownOrForbidden", field: "unit" });
  if (isNameTaken(tree, unit.name, parentId, from, leaving)) return err({ code: "unitNameTaken", field: "name" });
  return ok({ ...unit, kind, parentId });
}

function problemOfParent(tree: OrganisationTree, parentId: string, kind: UnitKind, from: LocalDate, { actor, today }: ChangeFacts): Refusal | undefined {
  const parent = tree.get(parentId);
  if (!parent || !canPutBelow(actor, pathNear(tree, parent, today), today)) return { code: "unknownOrForbidden", field: "parentId" };
  if (from < parent.validFrom) return { code: "unitNotThere", field: "parentId" };
  if (parent.validTo !== undefined) return { code: parent.validTo <= from ? "unitNotThere" : "changePlannedLater", field: "parentId" };
  return standsBelow(kind, parent.kind) ? undefined : { code: "unitKindOrder", field: "parentId" };
}

/** Files and people name units by their names: two of one name beside each other would be nobody's. */
function isNameTaken(tree: OrganisationTree, name: string, parentId: string, from: LocalDate, except: readonly string[]): boolean {
  return childrenOn(tree, parentId, from).some((unit) => !except.includes(unit.id) && sameWords(nameOn(unit, from), name));
}

function sameWords(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(name: string): string {
  return cleanText(name).toLocaleLowerCase("vi");
}

function rename(tree: OrganisationTree, { from, unitId, name }: ChangeOf<"rename">, { today }: ChangeFacts): Decision {
  const unit = tree.get(unitId)!;
  const since = unit.formerNames.at(-1)?.validTo ?? unit.validFrom;
  if (from > today) return refuse("renameInFuture", "from");
  if (from <= since) return refuse("changePlannedLater", "from");
  if (name === unit.name) return refuse("unitChangesNothing", "name");
  const parentId = parentOn(unit, from);
  if (parentId !== undefined && isNameTaken(tree, name, parentId, from, [unitId])) return refuse("unitNameTaken", "name");
  return ok({ ...emptyDelta, from, renamed: [{ unitId, before: unit.name, since, name }] });
}

function move(tree: OrganisationTree, { from, unitId, parentId }: ChangeOf<"move">, facts: ChangeFacts): Decision {
  const unit = tree.get(unitId)!;
  const before = parentOn(unit, from);
  if (before === parentId) return refuse("unitChangesNothing", "parentId");
  if (subtreeOn(tree, unitId, from).includes(parentId)) return refuse("unitCycle", "parentId");
  const problem = problemOfParent(tree, parentId, unit.kind, from, facts);
  if (problem) return err(problem);
  if (isNameTaken(tree, unit.name, parentId, from, [unitId])) return refuse("unitNameTaken", "parentId");
  return ok({ ...emptyDelta, from, moved: before === undefined ? [] : [{ unitId, before, parentId }] });
}

function merge(tree: OrganisationTree, { from, unitIds, into }: ChangeOf<"merge">, facts: ChangeFacts): Decision {
  const intoId = heirIdOf(into);
  if (new Set(unitIds).size < unitIds.length || unitIds.includes(intoId)) return refuse("unitChangesNothing", "into");
  const units = unitIds.map((id) => tree.get(id)!);
  const kind = units[0]!.kind;
  if (units.some((unit) => unit.kind !== kind)) return refuse("unitKindOrder", "unitIds");
  const heir = decideHeir(tree, into, { kind, from, leaving: unitIds }, facts);
  if (!heir.ok) return heir;
  const children = carryChildren(tree, unitIds.map((unitId) => ({ unitId, intoId })), from);
  if (!children.ok) return children;
  return ok({
    ...emptyDelta, from, opened: heir.value, moved: children.value, closed: unitIds,
    successions: unitIds.map((unitId) => ({ unitId, successorId: intoId })),
    carried: unitIds.map((unitId) => ({ unitId, intoId })),
  });
}

function split(tree: OrganisationTree, { from, unitId, into, carriedInto }: ChangeOf<"split">, facts: ChangeFacts): Decision {
  const heirIds = into.map(heirIdOf);
  if (new Set(heirIds).size < heirIds.length || heirIds.includes(unitId)) return refuse("unitChangesNothing", "into");
  if (!heirIds.includes(carriedInto)) return refuse("required", "carriedInto");
  const { kind } = tree.get(unitId)!;
  const opened: TreeDelta["opened"][number][] = [];
  for (const one of into) {
    const heir = decideHeir(tree, one, { kind, from, leaving: [unitId] }, facts);
    if (!heir.ok) return heir;
    opened.push(...heir.value);
  }
  if (new Set(opened.map(({ name, parentId }) => `${parentId} ${keyOf(name)}`)).size < opened.length) return refuse("unitNameTaken", "into");
  const children = carryChildren(tree, [{ unitId, intoId: carriedInto }], from);
  if (!children.ok) return children;
  return ok({
    ...emptyDelta, from, opened, moved: children.value, closed: [unitId],
    successions: heirIds.map((successorId) => ({ unitId, successorId })), carried: [{ unitId, intoId: carriedInto }],
  });
}

/** @returns the unit that begins, if one does */
function decideHeir(
  tree: OrganisationTree, heir: Heir, { kind, from, leaving }: { kind: UnitKind; from: LocalDate; leaving: readonly string[] }, facts: ChangeFacts,
): Result<TreeDelta["opened"][number][], Refusal> {
  if ("opens" in heir) {
    const opened = begin(tree, heir.opens, { kind, parentId: heir.parentId, from }, facts, leaving);
    if (!opened.ok) return opened;
    return leaving.includes(heir.parentId) ? err({ code: "unitCycle", field: "into" }) : ok([opened.value]);
  }
  const unit = tree.get(heir.unitId);
  if (!unit || !canChangeUnit(facts.actor, pathNear(tree, unit, facts.today), facts.today)) return err({ code: "unknownOrForbidden", field: "into" });
  if (from < unit.validFrom) return err({ code: "unitNotThere", field: "into" });
  if (unit.validTo !== undefined) return err({ code: unit.validTo <= from ? "unitNotThere" : "changePlannedLater", field: "into" });
  return unit.kind === kind ? ok([]) : err({ code: "unitKindOrder", field: "into" });
}

/** What stands below goes on below the heir. What only comes there later was planned without knowing of the change. */
function carryChildren(tree: OrganisationTree, carried: TreeDelta["carried"], from: LocalDate): Result<TreeDelta["moved"], Refusal> {
  const moved: TreeDelta["moved"][number][] = [];
  for (const { unitId, intoId } of carried) {
    for (const child of tree.values()) {
      const later = child.parents.filter((span) => span.parentId === unitId && (span.validTo === undefined || span.validTo > from));
      if (later.some(({ validFrom, validTo }) => validFrom >= from || validTo !== undefined)) return err({ code: "changePlannedLater", field: "from" });
      if (later.length > 0) moved.push({ unitId: child.id, before: unitId, parentId: intoId });
    }
  }
  return ok(moved);
}

function close(tree: OrganisationTree, { from, unitId }: ChangeOf<"close">, { peopleFrom }: ChangeFacts): Decision {
  const hasChildren = [...tree.values()].some(({ parents }) => parents.some((span) => span.parentId === unitId && (span.validTo === undefined || span.validTo > from)));
  if (hasChildren) return refuse("unitHasChildren", "unitId");
  return peopleFrom(unitId) > 0 ? refuse("unitHasPeople", "unitId") : ok({ ...emptyDelta, from, closed: [unitId] });
}

function refuse(code: RefusalCode, field: string): { readonly ok: false; readonly error: Refusal } {
  return err({ code, field });
}
