import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";

/** The path from the province down to a unit as the tree stood on a day; undefined for a unit nobody knows. */
export type UnitPaths = (unitId: string, day: LocalDate) => readonly string[] | undefined;

export async function loadUnitPaths(tx: Transaction, unitIds: readonly string[]): Promise<UnitPaths> {
  const rows = await tx.$queryRaw<Step[]>`
    select unit_id as "unitId", ancestor_id as "ancestorId", valid_from::text as "validFrom", valid_to::text as "validTo"
    from unit_ancestor where unit_id = any (${[...unitIds]}::uuid[]) order by unit_id, depth desc`;
  const stepsByUnit = new Map<string, Step[]>();
  for (const step of rows) stepsByUnit.set(step.unitId, [...(stepsByUnit.get(step.unitId) ?? []), step]);
  return (unitId, day) => pathOn(stepsByUnit.get(unitId), day);
}

type Step = { readonly unitId: string; readonly ancestorId: string; readonly validFrom: LocalDate; readonly validTo: LocalDate | null };

/**
 * A unit that did not exist on the day (a phone's clock is off, the unit was abolished) gets the path of its
 * nearest day: what was recorded for it must find somebody who decides.
 */
function pathOn(steps: readonly Step[] | undefined, day: LocalDate): readonly string[] | undefined {
  const own = steps?.find(({ unitId, ancestorId }) => unitId === ancestorId);
  if (!steps || !own) return undefined;
  const within = day < own.validFrom ? own.validFrom : day;
  const path = idsOn(steps, within);
  return path.length > 0 ? path : idsOn(steps, lastStart(steps));
}

function idsOn(steps: readonly Step[], day: LocalDate): string[] {
  const valid = steps.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  return valid.map(({ ancestorId }) => ancestorId);
}

function lastStart(steps: readonly Step[]): LocalDate {
  return steps.map(({ validFrom }) => validFrom).reduce((latest, candidate) => (candidate > latest ? candidate : latest));
}
