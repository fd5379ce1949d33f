import "server-only";
import { holdsRole, type Actor } from "@/lib/domain/people/actor";
import { targetReaders } from "@/lib/domain/targets/permission";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";
import { seenUnits } from "@/lib/server/members/seen-unit";

export type NamedUnit = { readonly id: string; readonly name: string };

/** The highest unit whose targets the person sees; undefined for who sees none. */
export function ownTargetUnit(actor: Actor, today: LocalDate): string | undefined {
  return seenUnits(actor, today, targetReaders)[0];
}

/**
 * The units from the highest one whose targets the person sees down to this one.
 * @returns undefined alike for an unknown unit and for one outside of the person's units
 */
export async function findTargetPath(tx: Transaction, actor: Actor, unitId: string, today: LocalDate): Promise<NamedUnit[] | undefined> {
  const path = (await loadUnitPaths(tx, [unitId]))(unitId, today);
  if (!path || !actor.active || !holdsRole(actor, targetReaders, path, today)) return undefined;
  const held = seenUnits(actor, today, targetReaders);
  const visible = path.slice(path.findIndex((id) => held.includes(id)));
  const units = await tx.$queryRaw<NamedUnit[]>`select id, name from unit where id = any (${visible}::uuid[])`;
  return visible.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
