import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { unitDirectory, type ListedUnit } from "@/lib/domain/members/unit-directory";
import { err, ok } from "@/lib/domain/result";
import { canSetTarget } from "@/lib/domain/targets/permission";
import type { FindTargetUnit } from "@/lib/domain/targets/read-target-rows";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";
import { listUnits } from "@/lib/server/members/list-units";
import { daysOfYear } from "./target-cells";

/**
 * Finds units by the names of a file: among those whose targets the person sets first, so that a namesake elsewhere
 * makes nothing ambiguous. One that is only found elsewhere is `targetUnitNotBelow`.
 */
export async function findFileUnit(tx: Transaction, actor: Actor, year: number, today: LocalDate): Promise<FindTargetUnit> {
  const units = await listUnits(tx);
  const paths = await loadUnitPaths(tx, units.map(({ id }) => id));
  const own = directory(units.filter(({ id }) => canSetTarget(actor, paths(id, today) ?? [], today)), year, today);
  const all = directory(units, year, today);
  return (text) => {
    const found = own(text);
    if (found.ok || found.error === "unitAmbiguous") return found;
    return all(text).ok ? err("targetUnitNotBelow") : all(text);
  };
}

/** By the year's last day, and where nobody has the name then, by its first: bodies that went within the year had targets too. */
function directory(units: readonly ListedUnit[], year: number, today: LocalDate): FindTargetUnit {
  const find = unitDirectory(units);
  const { first, last } = daysOfYear(year, today);
  return (text) => {
    const found = find(text, last);
    const unit = found.ok || found.error === "unitAmbiguous" ? found : find(text, first);
    return unit.ok ? ok({ id: unit.value.id, name: unit.value.name }) : unit;
  };
}
