import type { LocalDate } from "../time/local-date";
import { isWithin, type Span } from "./organisation-unit";

/** A unit with those it went on in, and those it was made of: what is known of it beyond its own days. */
export type Relative = Span & { readonly id: string; readonly successorIds: readonly string[] };

/**
 * For which unit something is recorded that happened on a day. A phone that was away learns late of a merger, and who
 * came with one may record what was left over from the days before it: the entry belongs to the unit of its day, as if
 * the phone had known.
 *
 * - A unit that is there on the day, and for which the person may record, is meant as it is said.
 * - Otherwise the one of its relatives of that day for which the person may record, if it is the only one.
 * - Otherwise, where the unit is no more, what it went on in; with several heirs, and for strangers, it stays as it is
 *   said, and waits in quarantine.
 */
export function unitOfDay(
  relatives: ReadonlyMap<string, Relative>,
  unitId: string,
  day: LocalDate,
  mayRecordFor: (unitId: string) => boolean,
): string {
  const unit = relatives.get(unitId);
  if (!unit || (isWithin(unit, day) && mayRecordFor(unitId))) return unitId;
  const [own, another] = relatedOn(relatives, unitId, day).filter(mayRecordFor);
  if (own !== undefined) return another === undefined ? own : unitId;
  const [heir, anotherHeir] = isWithin(unit, day) || day < unit.validFrom ? [] : heirsOn(relatives, unitId, day);
  return heir !== undefined && anotherHeir === undefined ? heir : unitId;
}

/** What lives on in the place of a unit on a day; nothing while it is there itself. */
export function heirsOn(relatives: ReadonlyMap<string, Relative>, unitId: string, day: LocalDate): string[] {
  const seen = new Set([unitId]);
  for (const id of seen) {
    const unit = relatives.get(id);
    if (unit && !isWithin(unit, day)) for (const next of unit.successorIds) seen.add(next);
  }
  return [...seen].filter((id) => id !== unitId && isAlive(relatives, id, day));
}

/** Heirs and forerunners, over any number of changes, that are there on the day. */
function relatedOn(relatives: ReadonlyMap<string, Relative>, unitId: string, day: LocalDate): string[] {
  const later = new Set([unitId]);
  for (const id of later) for (const next of relatives.get(id)?.successorIds ?? []) later.add(next);
  const earlier = new Set([unitId]);
  for (const id of earlier) for (const [other, { successorIds }] of relatives) if (successorIds.includes(id)) earlier.add(other);
  return [...new Set([...later, ...earlier])].filter((id) => id !== unitId && isAlive(relatives, id, day));
}

function isAlive(relatives: ReadonlyMap<string, Relative>, id: string, day: LocalDate): boolean {
  const unit = relatives.get(id);
  return unit !== undefined && isWithin(unit, day);
}
